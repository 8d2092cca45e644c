import { describe, expect, it } from 'vitest';
import { cleanText, slugOf } from './text.ts';

describe('texts of a profile', () => {
  it('become an address of plain letters (CT-02)', () => {
    expect(slugOf("Siobhán O'Brien-Łukasz")).toBe('siobhan-obrien-lukasz');
    expect(slugOf('  Søren  Åström & Ærø ')).toBe('soren-astrom-aero');
    expect(slugOf('🎻 山田')).toBe('');
    expect(slugOf('x'.repeat(500))).toHaveLength(60);
  });

  it('keep their paragraphs and lose control marks (CT-01)', () => {
    expect(cleanText('  One\r\n\r\n\r\n\r\nTwo\u0007\u202e \ud800 ')).toBe('One\n\nTwo \ufffd');
  });
});
