import { otherSubjectPath, subjectPaths } from './subject-paths.ts';

/** A subject's line drawing; the name stands beside it, so it is hidden from screen readers. */
export function SubjectIcon({ icon, className = 'size-6' }: { icon: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d={subjectPaths[icon] ?? otherSubjectPath} />
    </svg>
  );
}
