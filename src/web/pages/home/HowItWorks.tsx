import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import { HourDrawing } from '../../ui/drawings/HourDrawing.tsx';
import { LessonDrawing } from '../../ui/drawings/LessonDrawing.tsx';
import { WishDrawing } from '../../ui/drawings/WishDrawing.tsx';

export function HowItWorks() {
  return (
    <section aria-labelledby="how" className="page-width pt-20 md:pt-28">
      <h2 id="how" className="text-28 md:text-36">
        {m.home_how_title()}
      </h2>
      <ol className="mt-8 grid gap-10 md:grid-cols-3 md:gap-8">
        <Step
          drawing={<WishDrawing />}
          title={m.home_how_wish_title()}
          text={m.home_how_wish_text()}
        />
        <Step
          drawing={<HourDrawing />}
          title={m.home_how_hour_title()}
          text={m.home_how_hour_text()}
        />
        <Step
          drawing={<LessonDrawing />}
          title={m.home_how_lesson_title()}
          text={m.home_how_lesson_text()}
        />
      </ol>
    </section>
  );
}

function Step({ drawing, title, text }: { drawing: ReactNode; title: string; text: string }) {
  return (
    <li className="flex gap-5 md:block">
      <div className="w-24 shrink-0 md:w-36">{drawing}</div>
      <div>
        <h3 className="text-22 md:mt-4">{title}</h3>
        <p className="mt-1 max-w-[36ch] text-soft">{text}</p>
      </div>
    </li>
  );
}
