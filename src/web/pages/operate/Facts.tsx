import type { ReactNode } from 'react';

/** What is known, as name and value; what has no value is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-3 rounded-card border border-line bg-surface p-5 sm:grid-cols-2 lg:grid-cols-3">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-14 text-soft">{name}</dt>
            <dd className="numerals wrap-anywhere">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
