import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import type { ExerciseContent, ItemInWork, SequenceContent } from '../../api/types.ts';
import type { FormProblem, Problem } from '../../api/problem.ts';
import { refused } from '../form-answer.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { listChoices } from './choices.ts';
import { asInForm, itemUrl } from './item-texts.ts';
import { moveStep, readExercise, readSequence } from './read-forms.ts';

export interface ItemAnswer {
  problem?: FormProblem;
  exercise: ExerciseContent | null;
  sequence: SequenceContent | null;
  draftVersion: number;
  /** The row that was moved, to be in sight again. */
  row?: number;
}

/** What the editing form sends: it saves, and then goes where the pressed button leads. */
export async function saveItem(web: WebRequest, item: ItemInWork, form: FormData) {
  const intent = String(form.get('intent') ?? 'save');
  const choices = await listChoices(web, item.library, item.own);
  const exercise = item.exercise && readExercise(form, item.exercise, choices);
  const sequence = item.sequence && readSequence(form, choices);
  const draftVersion = Math.trunc(Number(form.get('draftVersion'))) || 0;
  const typed: ItemAnswer = { exercise, sequence, draftVersion };
  const steps = sequence && moveStep(sequence.steps, intent);
  if (steps)
    return data({
      ...typed,
      sequence: { ...sequence, steps },
      row: Number(intent.split(':')[1]),
    } as ItemAnswer);
  const photo = exercise && (await photoOf(web, form));
  if (photo && 'problem' in photo)
    return data<ItemAnswer>({ ...typed, problem: photo.problem }, { status: 422 });
  const answer = await web.client.PUT('/api/v1/authoring/items/{id}/draft', {
    params: { path: { id: item.id } },
    body: {
      draftVersion,
      ...(exercise && { exercise: { ...exercise, ...(photo && { photo }) } }),
      ...(sequence && { sequence }),
    },
  });
  if (!answer.data) return notSaved(answer, typed);
  if (intent === 'publish') return publish(web, item.id);
  throw redirect(nextOf(item.id, intent), 303);
}

function nextOf(id: string, intent: string): string {
  if (intent === 'preview' || intent === 'figure') return itemUrl(id, intent);
  return `${itemUrl(id)}?saved=draft`;
}

/** The uploaded photo, where one was chosen. */
async function photoOf(web: WebRequest, form: FormData) {
  const file = form.get('photo');
  if (!(file instanceof File) || file.size === 0) return null;
  const answer = await uploadPicture(web, file);
  if (answer.data) {
    const { digest, width, height, placeholder } = answer.data;
    return { digest, width, height, placeholder };
  }
  const { data: said } = refused(answer, undefined);
  const message = said.problem.message;
  return { problem: { ...said.problem, fields: { photo: message } } };
}

/** Hands a file of a form to the API, as its bytes. */
export async function uploadPicture(web: WebRequest, file: File) {
  return web.client.POST('/api/v1/me/pictures', {
    body: (await file.bytes()) as unknown as string,
    bodySerializer: (bytes) => bytes,
  });
}

function notSaved(answer: { error?: unknown; response: Response }, typed: ItemAnswer) {
  const { data: said, init } = refused(answer, typed);
  const details = (answer.error as Problem & { details?: { draftVersion?: number } }).details;
  return data<ItemAnswer>(
    {
      ...typed,
      problem: { ...said.problem, fields: asInForm(said.problem.fields) },
      draftVersion: details?.draftVersion ?? typed.draftVersion,
    },
    init ?? undefined,
  );
}

async function publish(web: WebRequest, id: string): Promise<never> {
  const answer = await web.client.POST('/api/v1/authoring/items/{id}/publish', {
    params: { path: { id } },
  });
  if (answer.data) throw redirect(`${itemUrl(id)}?saved=published`, 303);
  const { code } = answer.error as Problem;
  throw redirect(`${itemUrl(id)}?refused=${encodeURIComponent(code ?? 'not_ready')}`, 303);
}

/** What the buttons beside the form do. */
export async function changeStanding(web: WebRequest, id: string, intent: string) {
  const params = { path: { id } };
  if (intent === 'unpublish') {
    await web.client.POST('/api/v1/authoring/items/{id}/unpublish', { params });
    throw redirect(`${itemUrl(id)}?saved=unpublished`, 303);
  }
  if (intent === 'republish') return publish(web, id);
  const before = await web.client.GET('/api/v1/authoring/items/{id}', { params });
  await web.client.DELETE('/api/v1/authoring/items/{id}/draft', { params });
  throw redirect(
    before.data?.publishedVersion ? `${itemUrl(id)}?saved=discarded` : '/teach/library',
    303,
  );
}

const savedTexts: Record<string, (() => string) | undefined> = {
  draft: m.library_saved_draft,
  published: m.library_saved_published,
  unpublished: m.library_saved_unpublished,
  discarded: m.library_saved_discarded,
  figure: m.library_saved_figure,
  restored: m.library_saved_restored,
};

/** What the page says after its form was sent. */
export const savedText = (saved: string | null): string | undefined => savedTexts[saved ?? '']?.();
