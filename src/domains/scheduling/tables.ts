import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { BookingStatus } from './bookings/booking-states.ts';
import type { CancellationPolicy } from './bookings/cancellation-policy.ts';

export interface AvailabilitySettingsTable {
  instructor_id: string;
  /** IANA zone. */
  time_zone: string;
  increment_minutes: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  notice_online_minutes: number;
  notice_in_person_minutes: number;
  horizon_days: number;
  confirms_by_hand: Generated<boolean>;
  updated_at: Temporal.Instant;
}

export interface AvailabilityRulesTable {
  id: string;
  instructor_id: string;
  /** ISO: 1 is Monday. */
  weekday: number;
  start_minute: number;
  end_minute: number;
}

export type LessonPlace = 'online' | 'instructor';
export type CancelledBy = 'learner' | 'instructor' | 'system';
export type ProblemKind = (typeof problemKinds)[number];

export const problemKinds = [
  'instructor_absent',
  'cut_short',
  'technical',
  'quality',
  'other',
] as const;

export interface BookingsTable {
  id: string;
  reference: string;
  status: BookingStatus;
  learner_id: string | null;
  guest_key_hash: Buffer | null;
  instructor_id: string;
  instructor_person_id: string;
  service_id: string;
  subject_slug: string;
  title: string;
  place: LessonPlace;
  place_name: string | null;
  market_code: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  /** Written as a range, read through lower() and upper(). */
  blocked: ColumnType<never, unknown, never>;
  learner_time_zone: string;
  instructor_time_zone: string;
  price_minor: number;
  commission_minor: number;
  currency: string;
  policy: JSONColumnType<CancellationPolicy>;
  /** Its instructor confirms by hand, and wants to know that long before the start. */
  by_hand: Generated<boolean>;
  notice_minutes: Generated<number>;
  /** Until when they answer the request; stays when that has happened. */
  answer_by: Temporal.Instant | null;
  decline_note: string | null;
  charge_id: string | null;
  hold_expires_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  confirmed_at: Temporal.Instant | null;
  cancelled_at: Temporal.Instant | null;
  cancelled_by: CancelledBy | null;
  refund_minor: number | null;
  paid_too_late_at: Temporal.Instant | null;
  /** A saved card was declined: the learner must do something. */
  payment_needed_at: Temporal.Instant | null;
  no_show_by: 'learner' | 'instructor' | null;
  no_show_note: string | null;
  sequence: Generated<number>;
}

export interface ProblemsTable {
  id: string;
  booking_id: string;
  kind: ProblemKind;
  description: string | null;
  reported_by: string;
  reported_at: Temporal.Instant;
  settled_by: string | null;
  settled_at: Temporal.Instant | null;
  refund_minor: number | null;
  settlement: string | null;
}

export interface BookingTransitionsTable {
  /** In the order of the moves. */
  id: GeneratedAlways<number>;
  booking_id: string;
  from_status: BookingStatus | null;
  to_status: BookingStatus;
  actor_kind: 'anonymous' | 'person' | 'system';
  /** Person id, or the system's job or listener. */
  actor_id: string | null;
  reason: string;
  at: Temporal.Instant;
}

export type SchedulingTables = {
  'scheduling.availability_settings': AvailabilitySettingsTable;
  'scheduling.availability_rules': AvailabilityRulesTable;
  'scheduling.bookings': BookingsTable;
  'scheduling.booking_transitions': BookingTransitionsTable;
  'scheduling.problems': ProblemsTable;
};

/** The handle that sees this domain's tables and no other's. */
export const tables = (ctx: { readonly db: Db }) => ctx.db.withTables<SchedulingTables>();
