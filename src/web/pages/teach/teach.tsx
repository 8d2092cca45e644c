import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow, formProblem, type Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { toSignIn } from '../require-visitor.ts';
import { Checklist } from './Checklist.tsx';
import { Pitch } from './Pitch.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { saveProfile } from './save-profile.ts';
import { saveService } from './save-service.ts';
import { ServiceForm } from './ServiceForm.tsx';
import { ServiceList } from './ServiceList.tsx';
import type { Route } from './+types/teach';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  if (!web.visitor) return { step: 'join' as const };
  const market = (await web.client.GET('/api/v1/me/market')).data?.market;
  if (!market) return { step: 'market' as const };
  const search = new URL(request.url).searchParams;
  const [subjects, profile, places] = await Promise.all([
    web.client.GET('/api/v1/subjects').then(dataOrThrow),
    web.client.GET('/api/v1/me/instructor').then(({ data: own }) => own),
    web.client
      .GET('/api/v1/places', { params: { query: { market: market.code, limit: 20 } } })
      .then(({ data: found }) => found?.items ?? []),
  ]);
  const rules = profile && (await web.client.GET('/api/v1/me/availability')).data?.rules;
  return {
    step: 'form' as const,
    market,
    profile,
    displayName: web.visitor.displayName,
    subjects: subjects.items.map(({ slug, name }) => ({ slug, name })),
    places: places.map(({ name, parentName }) => (parentName ? `${name}, ${parentName}` : name)),
    hasHours: (rules?.length ?? 0) > 0,
    saved: search.get('saved'),
    editing: profile?.services.find(({ id }) => id === search.get('service')),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  if (!web.visitor) throw toSignIn(request);
  const form = await request.formData();
  const market = (await web.client.GET('/api/v1/me/market')).data?.market;
  if (!market) throw redirect('/market?returnTo=/teach', 303);
  switch (form.get('intent')) {
    case 'profile':
      return saveProfile(web, form, market.code);
    case 'service':
      return saveService(web, form, market.currency);
    case 'offer':
    case 'withdraw':
      return offer(web, String(form.get('serviceId')), form.get('intent') === 'offer');
    case 'publish':
      return publish(web);
    default:
      throw redirect('/teach', 303);
  }
}

async function offer(web: WebRequest, id: string, active: boolean) {
  const answer = await web.client.PATCH('/api/v1/me/instructor/services/{id}', {
    params: { path: { id } },
    body: { active },
  });
  if (answer.data) throw redirect('/teach?saved=service#services', 303);
  return page(answer);
}

async function publish(web: WebRequest) {
  const answer = await web.client.POST('/api/v1/me/instructor/publish');
  if (answer.data) throw redirect('/teach?saved=published', 303);
  return page(answer);
}

function page(answer: { error?: unknown; response: Response }) {
  const problem = { ...formProblem(answer.error as Problem), fields: {} };
  return data({ form: 'page' as const, problem }, { status: answer.response.status });
}

export const meta: Route.MetaFunction = () => [{ title: `${m.teach_title()} · ${m.brand()}` }];

const savedTexts: Record<string, (() => string) | undefined> = {
  profile: m.teach_saved_profile,
  service: m.teach_saved_service,
  published: m.teach_saved_published,
};

export default function Teach({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.step !== 'form') return <Pitch step={loaderData.step} />;
  const { profile, market, subjects, hasHours, editing } = loaderData;
  const saved =
    loaderData.saved === null || actionData ? undefined : savedTexts[loaderData.saved]?.();
  const form = actionData?.form;
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      <h1 className="text-36">{m.teach_title()}</h1>
      {saved ? (
        <Alert tone="success" live>
          {saved}
        </Alert>
      ) : null}
      {form === 'page' ? <FormErrors problem={actionData?.problem} labels={{}} /> : null}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-12 lg:order-first">
          <ProfileForm
            profile={profile}
            displayName={loaderData.displayName}
            places={loaderData.places}
            marketCode={market.code}
            answer={actionData?.form === 'profile' ? actionData : undefined}
          />
          {profile ? (
            <section
              id="services"
              aria-labelledby="services-title"
              className="grid scroll-mt-4 gap-5"
            >
              <h2 id="services-title" className="text-28">
                {m.teach_services()}
              </h2>
              <ServiceList services={profile.services} />
              <ServiceForm
                key={editing?.id ?? 'new'}
                editing={editing}
                subjects={subjects}
                market={market}
                hasPlace={profile.placeSlug !== null}
                isFirst={profile.services.length === 0}
                answer={actionData?.form === 'service' ? actionData : undefined}
              />
            </section>
          ) : null}
        </div>
        <Checklist profile={profile} hasHours={hasHours} />
      </div>
    </div>
  );
}
