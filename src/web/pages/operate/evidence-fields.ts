import { m } from '../../../messages/messages.js';

/** The fields of an answer, in the order of the form, with what they are called. */
export const evidenceTexts = () =>
  ({
    product_description: m.operate_evidence_product(),
    service_date: m.operate_evidence_date(),
    customer_name: m.operate_evidence_name(),
    customer_email_address: m.operate_evidence_email(),
    access_activity_log: m.operate_evidence_log(),
    cancellation_policy_disclosure: m.operate_evidence_policy(),
    refund_refusal_explanation: m.operate_evidence_refusal(),
    uncategorized_text: m.operate_evidence_more(),
  }) as const;

export const evidenceFiles = () =>
  ({
    receipt: m.operate_file_receipt(),
    service_documentation: m.operate_file_service(),
    customer_communication: m.operate_file_messages(),
    cancellation_policy: m.operate_file_policy(),
    uncategorized_file: m.operate_file_other(),
  }) as const;

export type EvidenceText = keyof ReturnType<typeof evidenceTexts>;
export type EvidenceFile = keyof ReturnType<typeof evidenceFiles>;
