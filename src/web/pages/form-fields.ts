/** A form's text fields by name; files and repeated names don't occur in these forms. */
export function textFields<Name extends string>(
  form: FormData,
  names: readonly Name[],
): Record<Name, string> {
  const textOf = (name: Name): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return Object.fromEntries(names.map((name) => [name, textOf(name)])) as Record<Name, string>;
}
