export const numberClass =
  'numerals min-h-11 w-full rounded-control border border-edge bg-surface px-2.5 text-16';

interface NumberInputProps {
  name: string;
  label: string;
  value: string | undefined;
  from: number;
  to: number;
}

export function NumberInput({ name, label, value, from, to }: NumberInputProps) {
  return (
    <label className="grid gap-1 text-14">
      {label}
      <input
        name={name}
        type="number"
        step="any"
        min={from}
        max={to}
        inputMode="decimal"
        defaultValue={value}
        className={numberClass}
      />
    </label>
  );
}
