/** Where the browser's script says why a passkey did not work. */
export function PasskeySaid() {
  return (
    <p
      role="alert"
      hidden
      data-passkey-said
      className="rounded-card border-l-4 border-marigold bg-marigold-soft p-4 text-14"
    />
  );
}
