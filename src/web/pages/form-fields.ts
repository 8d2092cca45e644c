/** What a form sent, files too. Answers 400 for a body that is none. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400 });
  }
}

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
