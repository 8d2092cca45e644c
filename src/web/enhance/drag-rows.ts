/** Of the window's height: nearer than this to its edges, dragging scrolls. */
const edge = 0.12;
const scrollStep = 12;

export interface RowMoves {
  lifted(row: HTMLElement): void;
  moved(row: HTMLElement): void;
  put(row: HTMLElement): void;
}

/**
 * Rows with a `data-handle` are drawn to another place; with the keyboard Space lifts one, arrows move
 * it, Space puts it down, and Escape takes it back to where it was.
 */
export function dragRows(rows: HTMLElement, moves: RowMoves): void {
  const rowOf = (event: Event): HTMLElement | undefined => {
    const handle = (event.target as Element).closest('[data-handle]');
    return (handle && [...rows.children].find((row) => row.contains(handle))) as
      | HTMLElement
      | undefined;
  };
  dragByPointer(rows, rowOf, moves);
  dragByKeys(rows, rowOf, moves);
}

type RowOf = (event: Event) => HTMLElement | undefined;

function dragByPointer(rows: HTMLElement, rowOf: RowOf, moves: RowMoves): void {
  rows.addEventListener('pointerdown', (event) => {
    const row = rowOf(event);
    if (!row || event.button !== 0) return;
    const from = [...rows.children].indexOf(row);
    const handle = event.target as Element;
    handle.setPointerCapture(event.pointerId);
    row.dataset['dragging'] = '';
    const follow = (at: PointerEvent): void => {
      scrollNearEdge(at.clientY);
      placeAt(rows, row, at.clientY);
    };
    const end = (): void => {
      delete row.dataset['dragging'];
      rows.removeEventListener('pointermove', follow);
      if ([...rows.children].indexOf(row) !== from) moves.put(row);
    };
    rows.addEventListener('pointermove', follow);
    handle.addEventListener('lostpointercapture', end, { once: true });
  });
}

/** Among the others by the middle of each. */
function placeAt(rows: HTMLElement, row: HTMLElement, y: number): void {
  const others = [...rows.children].filter((one) => one !== row);
  const next = others.find((one) => {
    const { top, height } = one.getBoundingClientRect();
    return y < top + height / 2;
  });
  // Moving a row that need not move would end the capture.
  if (next ? row.nextElementSibling === next : row === rows.lastElementChild) return;
  moveAround(rows, row, next);
}

/** The others move around the row, since one that leaves the page loses the pointer. */
function moveAround(rows: HTMLElement, row: HTMLElement, next: Element | undefined): void {
  const children = [...rows.children];
  const from = children.indexOf(row);
  const to = next ? children.indexOf(next) : children.length;
  if (to > from) row.before(...children.slice(from + 1, to));
  else row.after(...children.slice(to, from));
}

function scrollNearEdge(y: number): void {
  if (y < innerHeight * edge) scrollBy(0, -scrollStep);
  else if (y > innerHeight * (1 - edge)) scrollBy(0, scrollStep);
}

function dragByKeys(rows: HTMLElement, rowOf: RowOf, moves: RowMoves): void {
  let lifted: { row: HTMLElement; handle: HTMLElement; before: Element | null } | undefined;
  const end = (): void => {
    if (lifted) lifted.handle.ariaPressed = 'false';
    lifted = undefined;
  };
  const toggle = (event: Event): void => {
    const row = rowOf(event);
    const handle = row?.querySelector<HTMLElement>('[data-handle]');
    if (!row || !handle) return;
    if (lifted) {
      end();
      return moves.put(row);
    }
    lifted = { row, handle, before: row.nextElementSibling };
    handle.ariaPressed = 'true';
    moves.lifted(row);
  };
  rows.addEventListener('keydown', (event) => {
    if (rowOf(event) && (event.key === ' ' || event.key === 'Enter')) {
      event.preventDefault();
      return toggle(event);
    }
    if (!lifted) return;
    const { row, handle, before } = lifted;
    if (event.key === 'Escape') {
      rows.insertBefore(row, before);
      handle.focus();
      end();
      return moves.put(row);
    }
    const other =
      event.key === 'ArrowUp'
        ? row.previousElementSibling
        : event.key === 'ArrowDown'
          ? row.nextElementSibling
          : undefined;
    if (other === undefined) return;
    event.preventDefault();
    if (other === null) return;
    // The other one moves, so that the focus stays.
    if (event.key === 'ArrowUp') row.after(other);
    else row.before(other);
    row.scrollIntoView({ block: 'nearest' });
    moves.moved(row);
  });
  // A row that is left behind is put down where it is.
  rows.addEventListener('focusout', () => {
    if (!lifted) return;
    const { row } = lifted;
    end();
    moves.put(row);
  });
}
