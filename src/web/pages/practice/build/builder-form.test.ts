import { describe, expect, it } from 'vitest';
import {
  changeRows,
  emptyDraft,
  readChangeSeconds,
  readDraft,
  stepsOf,
  wrongRows,
} from './builder-form.ts';

const row = (exercise: string, more: object = {}) => ({
  exercise,
  side: '' as const,
  seconds: '30',
  transition: '',
  ...more,
});
const rows = [row('cat'), row('cow'), row('tree', { side: 'right' })];
const order = (intent: string) => changeRows(rows, intent).map(({ exercise }) => exercise);

describe('the form of the sequence builder', () => {
  it('moves, removes and adds rows without scripts (PR-05)', () => {
    expect(order('up:1')).toEqual(['cow', 'cat', 'tree']);
    expect(order('down:1')).toEqual(['cat', 'tree', 'cow']);
    expect(order('remove:0')).toEqual(['cow', 'tree']);
    expect(order('add:plank:25:1')).toEqual(['cat', 'cow', 'tree', 'plank']);
    expect(changeRows(rows, 'add:lunge:30:2').slice(3)).toEqual([
      row('lunge', { side: 'right' }),
      row('lunge', { side: 'left' }),
    ]);
    expect(changeRows(rows, 'mirror:2')[3]).toEqual(row('tree', { side: 'left' }));
  });

  it('stays as it is where a button says nothing that can be done (PR-05)', () => {
    for (const intent of ['up:0', 'down:2', 'remove:9', 'mirror:-1', 'up:x', 'refresh', '', 'save'])
      expect(changeRows(rows, intent), intent).toEqual(rows);
  });

  it('keeps what was typed, and knows what is no number of seconds (PR-05)', () => {
    const form = new FormData();
    form.set('name', 'Mine');
    for (const seconds of ['30', '0', 'abc', '', '901', '900', '1.5', '-3']) {
      form.append('exercise', 'cat');
      form.append('side', 'middle');
      form.append('seconds', seconds);
      form.append('transition', ' Round. ');
    }
    const draft = readDraft(form);
    expect(draft).toMatchObject({ name: 'Mine', library: 'yoga' });
    expect(draft.rows.map(({ seconds }) => seconds)).toContain('abc');
    expect(wrongRows(draft.rows)).toEqual([1, 2, 3, 4, 6, 7]);
    expect(stepsOf(draft.rows)[4]).toEqual({
      exercise: 'cat',
      side: null,
      seconds: 900,
      transition: 'Round.',
    });
  });

  it('takes up to a minute between two steps (PR-05)', () => {
    const read = (changeSeconds: string) =>
      readChangeSeconds({ ...emptyDraft('yoga'), changeSeconds });
    expect(['0', '60', '61', '', 'x'].map(read)).toEqual([0, 60, undefined, undefined, undefined]);
  });
});
