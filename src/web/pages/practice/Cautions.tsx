import { m } from '../../../messages/messages.js';
import type { Exercise } from '../../api/types.ts';
import { Badge } from '../../ui/Badge.tsx';
import { cautionName } from './practice-texts.ts';

/** When to leave a pose out, when to be careful, and how. Stated plainly, never hidden. */
export function Cautions({ pose }: { pose: Exercise }) {
  const { contraindications, precautions, safety } = pose;
  const isPlain = contraindications.length + precautions.length === 0 && safety === '';
  return (
    <section aria-labelledby="cautions" className="mt-8 rounded-card border border-line p-5">
      <h2 id="cautions" className="text-22">
        {m.practice_cautions()}
      </h2>
      <CautionList title={m.practice_leave_out()} cautions={contraindications} tone="danger" />
      <CautionList title={m.practice_careful()} cautions={precautions} tone="warning" />
      {safety ? <p className="measure mt-4">{safety}</p> : null}
      {isPlain ? <p className="mt-3 text-soft">{m.practice_no_cautions()}</p> : null}
    </section>
  );
}

function CautionList({
  title,
  cautions,
  tone,
}: {
  title: string;
  cautions: string[];
  tone: 'danger' | 'warning';
}) {
  if (cautions.length === 0) return null;
  return (
    <div className="mt-4">
      <h3 className="font-sans text-14 font-semibold tracking-normal">{title}</h3>
      <ul className="mt-2 flex flex-wrap gap-2">
        {cautions.map((caution) => (
          <li key={caution}>
            <Badge tone={tone}>{cautionName(caution)}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}
