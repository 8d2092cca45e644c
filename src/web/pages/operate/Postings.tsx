import { m } from '../../../messages/messages.js';
import { useShell } from '../../shell/use-shell.ts';
import { wordsOf } from './codes.ts';
import { moneyText } from './money-text.ts';

interface Line {
  account: string;
  amountMinor: number;
  currency: string;
}

/** The lines of one posting: debits and credits in columns of their own. */
export function Postings({ lines }: { lines: readonly Line[] }) {
  const { market } = useShell();
  const text = ({ amountMinor, currency }: Line) =>
    moneyText(Math.abs(amountMinor), currency, market.locale);
  return (
    <table className="w-full max-w-120 text-14">
      <thead className="text-soft">
        <tr>
          <th scope="col" className="py-1 text-left font-normal">
            {m.operate_account()}
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            {m.operate_debit()}
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            {m.operate_credit()}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {wordsOf('account', line.account)}
            </th>
            <td className="numerals py-1 text-right">{line.amountMinor > 0 ? text(line) : ''}</td>
            <td className="numerals py-1 text-right">{line.amountMinor < 0 ? text(line) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
