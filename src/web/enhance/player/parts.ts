/** The element of the player that carries this data attribute, also with its value. */
export const part = (root: ParentNode, name: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-${name}]`);

/** Writes a text where it is not there already, so that nothing is drawn or read out twice. */
export function write(root: ParentNode, name: string, text: string): void {
  const element = part(root, name);
  if (element && element.textContent !== text) element.textContent = text;
}

/** Shows the elements of an attribute that have one of these values, and hides its others. */
export function showOnly(root: ParentNode, attribute: string, ...values: string[]): void {
  for (const element of root.querySelectorAll<HTMLElement>(`[data-${attribute}]`)) {
    const isHidden = !values.includes(element.getAttribute(`data-${attribute}`) ?? '');
    if (element.hidden !== isHidden) element.hidden = isHidden;
  }
}

/** "1:05" */
export const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
