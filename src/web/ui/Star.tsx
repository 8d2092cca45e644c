/** A star, drawn by the style sheet: there are many of them. */
export function Star({ filled }: { filled: boolean }) {
  return <span aria-hidden="true" className={filled ? 'star' : 'star star-empty'} />;
}
