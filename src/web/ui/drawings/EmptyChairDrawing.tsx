/** A chair, a plant and an open window: nobody here yet. */
export function EmptyChairDrawing() {
  return (
    <svg
      viewBox="0 0 200 150"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <ellipse cx="100" cy="141" rx="82" ry="5" className="fill-sunken" stroke="none" />
      <path d="M118 20h50v62h-50z" className="fill-marigold-soft" />
      <path d="M143 20v62M118 50h50" className="stroke-marigold" />
      <path
        d="M50 42c0-8 6-13 14-13s14 5 14 13v38H50zM44 84h44l-3 14H47zM50 98l-5 42M82 98l5 42M56 98v28M76 98v28"
        className="fill-surface"
      />
      <path
        d="M146 116h24l-4 24h-16zM158 116V98M158 102c-10 0-14-6-14-14 10 0 14 5 14 14zM158 106c0-9 5-14 14-14 0 9-4 14-14 14z"
        className="fill-surface"
      />
    </svg>
  );
}
