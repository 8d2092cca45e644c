import { m } from '../../../messages/messages.js';

const common = [
  'en',
  'es',
  'fr',
  'de',
  'it',
  'pt',
  'nl',
  'pl',
  'uk',
  'ru',
  'ar',
  'tr',
  'hi',
  'bn',
  'ta',
  'te',
  'mr',
  'ur',
  'zh',
  'ja',
  'ko',
  'vi',
];

/** The languages one teaches in. */
export function LanguageChoice({ chosen, error }: { chosen: string[]; error: string | undefined }) {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const codes = [...new Set([...chosen, ...common])];
  return (
    <fieldset
      id="languages"
      tabIndex={-1}
      aria-describedby={error ? 'languages-error' : undefined}
      className="scroll-mt-4"
    >
      <legend className="text-14 font-semibold">{m.teach_languages()}</legend>
      {error ? (
        <p id="languages-error" className="text-14 text-danger">
          {error}
        </p>
      ) : null}
      <div className="mt-1.5 flex flex-wrap gap-2">
        {codes.map((code) => (
          <label
            key={code}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line bg-surface px-4 text-14 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              name="languages"
              value={code}
              defaultChecked={chosen.includes(code)}
              className="size-4 outline-none"
            />
            {names.of(code) ?? code}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
