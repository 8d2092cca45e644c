interface Place {
  name: string;
  parentName: string | null;
}

const pauseMs = 180;

/** The list under a field for a town or neighbourhood follows what is typed. */
export function followPlaces(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-places]');
  if (!field) return;
  let pause: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => void offerPlaces(field), pauseMs);
  });
}

async function offerPlaces(field: HTMLInputElement): Promise<void> {
  const typed = field.value;
  const query = new URLSearchParams({
    q: typed.split(',', 1)[0] ?? '',
    market: field.dataset['places'] ?? '',
    limit: '8',
  });
  const answer = await fetch(`/api/v1/places?${query}`).catch(() => undefined);
  if (!answer?.ok || field.value !== typed) return;
  const { items } = (await answer.json()) as { items: Place[] };
  const options = items.map(({ name, parentName }) => {
    const option = document.createElement('option');
    option.value = parentName ? `${name}, ${parentName}` : name;
    return option;
  });
  field.list?.replaceChildren(...options);
}
