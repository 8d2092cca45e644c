/** Markup that was written by us, or escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => entities[mark]!);
}

type Value = string | number | Html | readonly Html[] | undefined;

/** Every value is escaped, unless it is markup already; undefined is nothing. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const filled = values.map((value, index) => shown(value) + strings[index + 1]!);
  return new Html(strings[0]! + filled.join(''));
}

function shown(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.markup;
  return Array.isArray(value)
    ? value.map(({ markup }: Html) => markup).join('')
    : escapeHtml(String(value));
}
