/** One bookable time of one service. */
export interface Slot {
  instructorId: string;
  serviceId: string;
  startsAt: string;
  startsMs: number;
  endsMs: number;
}

interface Found {
  items: { slug: string }[];
}

interface Profile {
  id: string;
  services: { id: string }[];
}

interface Week {
  days: { slots: { startsAt: string; endsAt: string }[] }[];
}

async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/**
 * The first free times of a few instructors, of two services each where they have them, so that
 * times overlap without being the same. Half of the wanted number per instructor.
 */
export async function findSlots(url: string, wanted: number): Promise<Slot[]> {
  const { items } = await getJson<Found>(`${url}/api/v1/instructors?limit=20`);
  const slots: Slot[] = [];
  for (const { slug } of items) {
    const found = await slotsOf(url, slug);
    slots.push(...found.slice(0, Math.ceil(wanted / 2)));
    if (slots.length >= wanted) return slots.slice(0, wanted);
  }
  throw new Error(`the demo has only ${slots.length} free slots among its first instructors`);
}

async function slotsOf(url: string, slug: string): Promise<Slot[]> {
  const { id, services } = await getJson<Profile>(`${url}/api/v1/instructors/${slug}`);
  const all: Slot[] = [];
  for (const service of services.slice(0, 2)) {
    const path = `/api/v1/instructors/${id}/slots?serviceId=${service.id}&days=14&zone=Europe/London`;
    const { days } = await getJson<Week>(`${url}${path}`);
    for (const { startsAt, endsAt } of days.flatMap((day) => day.slots)) {
      const [startsMs, endsMs] = [startsAt, endsAt].map(epochMs) as [number, number];
      all.push({ instructorId: id, serviceId: service.id, startsAt, startsMs, endsMs });
    }
  }
  return all.toSorted((a, b) => a.startsMs - b.startsMs);
}

const epochMs = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
