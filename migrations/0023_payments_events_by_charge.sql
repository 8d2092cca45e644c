-- up
-- Which charge an event turned out to be about. Not read from the payload itself: that is kept as it was
-- signed, and may hold texts that PostgreSQL's own JSON functions refuse.
alter table payments.webhook_events add column charge_id uuid;
create index webhook_events_by_charge on payments.webhook_events (charge_id, id) where charge_id is not null;

-- down
drop index payments.webhook_events_by_charge;
alter table payments.webhook_events drop column charge_id;
