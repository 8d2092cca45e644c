import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { PlayEnd } from './PlayEnd.tsx';
import { PlayHere } from './PlayHere.tsx';
import { findPlay, type Play } from './play-program.ts';
import { PlayStage } from './PlayStage.tsx';
import { PlayStart } from './PlayStart.tsx';
import { PlayEndDialog, PlayTop } from './PlayTop.tsx';
import { StepList } from './StepList.tsx';
import type { Route } from './+types/play';

/** Kept on devices for use without a connection: what is one person's alone says so (`data-for`). */
export const handle = {
  hydrate: false,
  isBare: true,
  cacheTopics: ['practice.library_changed', 'practice.sequences_changed'],
};

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const play = await findPlay(requestOf(context), params.slug, searchParams);
  return { play, address: pathname + search };
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: `${
      loaderData?.play
        ? m.play_page_title({ title: loaderData.play.program.title })
        : m.play_here_title()
    } · ${m.brand()}`,
  },
  { name: 'description', content: m.play_description() },
  { name: 'robots', content: 'noindex' },
];

export default function PlayPage({ loaderData: { play, address } }: Route.ComponentProps) {
  // What readonly tuples become on their way to a page, they still are.
  return play ? <Player play={play as Play} address={address} /> : <PlayHere />;
}

function Player({ play: { program, person, from }, address }: { play: Play; address: string }) {
  return (
    <div
      data-player={JSON.stringify(program)}
      data-address={address}
      data-for={person}
      data-title={program.title}
      className="player flex grow flex-col"
    >
      <PlayTop title={program.title} from={from} />
      <PlayStart program={program} from={from} />
      <PlayStage />
      <PlayEnd address={address} from={from} />
      <PlayEndDialog />
      <p data-said role="status" className="sr-only" />
      <StepList program={program} />
    </div>
  );
}
