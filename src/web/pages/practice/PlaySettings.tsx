import { m } from '../../../messages/messages.js';

/** Bells and spoken cues; the same switches stand wherever this is shown. */
export function PlaySettings({ place }: { place: string }) {
  return (
    <div className="grid gap-1">
      <Switch
        id={`${place}-bell`}
        setting="bell"
        label={m.play_bell()}
        hint={m.play_bell_hint()}
        isOn
      />
      {/* Hidden where the browser can't speak. */}
      <div data-speaks>
        <Switch
          id={`${place}-voice`}
          setting="voice"
          label={m.play_voice()}
          hint={m.play_voice_hint()}
        />
      </div>
    </div>
  );
}

function Switch({
  id,
  setting,
  label,
  hint,
  isOn = false,
}: {
  id: string;
  setting: string;
  label: string;
  hint: string;
  isOn?: boolean;
}) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-14 cursor-pointer items-center justify-between gap-4 py-1.5"
    >
      <span>
        <span className="block font-semibold">{label}</span>
        <span id={`${id}-hint`} className="block text-14 text-soft">
          {hint}
        </span>
      </span>
      <input
        id={id}
        type="checkbox"
        role="switch"
        data-setting={setting}
        defaultChecked={isOn}
        aria-describedby={`${id}-hint`}
        aria-label={label}
        className="switch"
      />
    </label>
  );
}
