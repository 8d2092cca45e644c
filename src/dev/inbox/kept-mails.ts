import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address, type Attachment } from 'postal-mime';

export interface KeptAttachment {
  filename: string;
  contentType: string;
  /** iTIP method of a calendar invitation. */
  method?: string;
  content: Uint8Array;
}

export interface KeptMail {
  id: string;
  receivedAt: Temporal.Instant;
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  attachments: KeptAttachment[];
  source: string;
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the folder that the inbox fills. Mails never change, so each is parsed once. */
export function keptMails(dir: string) {
  const parsed = new Map<string, Promise<KeptMail>>();

  function read(id: string): Promise<KeptMail> {
    let mail = parsed.get(id);
    if (!mail) {
      mail = readFile(join(dir, `${id}.eml`)).then((source) => parse(id, source));
      mail.catch(() => parsed.delete(id));
      parsed.set(id, mail);
    }
    return mail;
  }

  async function ids(): Promise<string[]> {
    const names = await readdir(dir).catch(() => []);
    const found = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4));
    const present = new Set(found);
    for (const id of parsed.keys()) if (!present.has(id)) parsed.delete(id);
    return found
      .filter((id) => idShape.test(id))
      .toSorted()
      .toReversed();
  }

  return {
    /** Newest first, older than `before`; only those to an address that contains `to`. */
    async list({
      to = '',
      before,
      limit,
    }: {
      to?: string;
      before?: string;
      limit: number;
    }): Promise<KeptMail[]> {
      const wanted = to.trim().toLowerCase();
      const mails: KeptMail[] = [];
      for (const id of await ids()) {
        if (before !== undefined && id >= before) continue;
        const mail = await read(id);
        if (mail.to.some((address) => address.toLowerCase().includes(wanted))) mails.push(mail);
        if (mails.length === limit) break;
      }
      return mails;
    },
    async find(id: string): Promise<KeptMail | undefined> {
      return idShape.test(id) && (await ids()).includes(id) ? read(id) : undefined;
    },
  };
}

export type KeptMails = ReturnType<typeof keptMails>;

async function parse(id: string, source: Buffer): Promise<KeptMail> {
  const {
    from,
    to = [],
    subject = '',
    html = '',
    text = '',
    attachments,
    headers,
  } = await PostalMime.parse(source);
  const delivered = headers.filter(({ key }) => key === 'delivered-to').map(({ value }) => value);
  return {
    id,
    receivedAt: Temporal.Instant.fromEpochMilliseconds(
      Number.parseInt(id.replace('-', '').slice(0, 12), 16),
    ),
    from: from ? [from.name, `<${from.address}>`].filter(Boolean).join(' ') : '',
    to: [...new Set([...delivered, ...to.flatMap(addressesOf)])],
    subject,
    html,
    text,
    attachments: withoutTwins(attachments).map(keepAttachment),
    source: source.toString('utf8'),
  };
}

function addressesOf(address: Address): string[] {
  return address.group ? address.group.map((one) => one.address) : [address.address];
}

/** An invitation travels twice, as alternative of the text and as a file: shown once, with the file's name. */
function withoutTwins(attachments: Attachment[]): Attachment[] {
  const invitation = attachments.find(({ method }) => method);
  const twin = attachments.find(
    (other) => other !== invitation && other.mimeType === 'application/ics',
  );
  if (!invitation || !twin) return attachments;
  return attachments
    .filter((one) => one !== twin)
    .map((one) => (one === invitation ? { ...one, filename: twin.filename } : one));
}

function keepAttachment(
  { filename, mimeType, method, content }: Attachment,
  index: number,
): KeptAttachment {
  return {
    filename: filename ?? `attachment-${index + 1}`,
    contentType: mimeType,
    ...(method && { method }),
    content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
  };
}
