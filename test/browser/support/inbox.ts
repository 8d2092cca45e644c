interface KeptMail {
  id: string;
  subject: string;
  text: string;
}

const waitMs = 20_000;

/** The newest mail to an address whose subject fits, as the local inbox has it. Waits for it. */
export async function mailTo(url: string, to: string, subject: RegExp): Promise<KeptMail> {
  const until = performance.now() + waitMs;
  for (;;) {
    const answer = await fetch(`${url}/dev/inbox.json?to=${encodeURIComponent(to)}`);
    const { items } = (await answer.json()) as { items: KeptMail[] };
    const found = items.find((mail) => subject.test(mail.subject));
    if (found) return found;
    if (performance.now() > until)
      throw new Error(
        `no mail to ${to} with ${subject}; there are: ${items.map((mail) => mail.subject).join(', ')}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The first address in a mail's text that begins with a path of the site. */
export function linkIn(mail: KeptMail, path: string): string {
  const link = mail.text.match(new RegExp(`http://\\S+${path}\\S*`))?.[0];
  if (!link) throw new Error(`no link to ${path} in: ${mail.text}`);
  return link;
}

/** The newest text message to a number, as the local inbox has it. Waits for it. */
export async function textTo(url: string, to: string, content: RegExp): Promise<string> {
  const until = performance.now() + waitMs;
  for (;;) {
    const answer = await fetch(`${url}/dev/inbox/sms.json?to=${encodeURIComponent(to)}`);
    const { items } = (await answer.json()) as { items: { text: string }[] };
    const found = items.find(({ text }) => content.test(text));
    if (found) return found.text;
    if (performance.now() > until) throw new Error(`no text message to ${to} with ${content}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
