import { m } from '../../../messages/messages.js';
import type { FormProblem } from '../../api/problem.ts';
import type { Dispute } from '../../api/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { fileClass } from '../library/PhotoField.tsx';
import { evidenceFiles, evidenceTexts, type EvidenceText } from './evidence-fields.ts';
import { Facts } from './Facts.tsx';

interface EvidenceFormsProps {
  dispute: Dispute;
  typed: Partial<Record<EvidenceText, string>> | undefined;
  problem: FormProblem | undefined;
}

/** The draft of an answer: texts in one form, files one by one; only read once it was sent. */
export function EvidenceForms({ dispute, typed, problem }: EvidenceFormsProps) {
  const { evidence, files, isAnswerable } = dispute;
  const texts = Object.entries(evidenceTexts()) as [EvidenceText, string][];
  const nameOf = (id: string) => files.find((file) => file.id === id)?.name ?? id;
  const filed = Object.entries(evidenceFiles()).flatMap(([field, label]) => {
    const id = evidence[field as keyof typeof evidence];
    return id ? [[label, nameOf(id)] as const] : [];
  });
  if (!isAnswerable) {
    const told = texts.flatMap(([field, label]) =>
      evidence[field] ? [[label, evidence[field]] as const] : [],
    );
    return told.length + filed.length > 0 ? <Facts facts={[...told, ...filed]} /> : null;
  }
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <form method="post" className="grid content-start gap-5">
        <h2 className="text-22">{m.operate_evidence_title()}</h2>
        {texts.map(([field, label]) => (
          <Textarea
            key={field}
            name={field}
            label={label}
            rows={
              field === 'customer_name' ||
              field === 'service_date' ||
              field === 'customer_email_address'
                ? 1
                : 4
            }
            defaultValue={typed?.[field] ?? evidence[field] ?? ''}
            error={problem?.fields[`evidence.${field}`]}
            maxLength={18_000}
          />
        ))}
        <p>
          <Button tone="quiet">{m.operate_save_draft()}</Button>
        </p>
      </form>
      <form method="post" encType="multipart/form-data" className="grid content-start gap-5">
        <h2 className="text-22">{m.operate_files_title()}</h2>
        {filed.length > 0 ? <Facts facts={filed} /> : null}
        <Select
          name="field"
          label={m.operate_file_kind()}
          options={Object.entries(evidenceFiles()).map(([value, label]) => ({ value, label }))}
        />
        <Field
          name="file"
          label={m.operate_file()}
          hint={m.operate_file_hint()}
          error={problem?.fields['file']}
        >
          {(control) => (
            <input
              {...control}
              type="file"
              accept="application/pdf,image/jpeg,image/png"
              className={fileClass}
            />
          )}
        </Field>
        <p>
          <Button tone="quiet">{m.operate_upload()}</Button>
        </p>
      </form>
    </div>
  );
}
