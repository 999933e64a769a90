import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused, send, type CsvAnswer, type Reason, type TerritoryProfile } from '../../../contract';
import { reasonOf } from '../../commands/commands';
import { reasonText } from '../../parts/ReasonText';

const kinds = ['technicians', 'patients', 'equipment', 'visit-types', 'depots'] as const;

/** Lists in and out as CSV. All or nothing: with a single mistake nothing is imported, and each is told by its line. */
export function CsvPage({ territory, imported }: { territory: TerritoryProfile; imported: () => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<string | null>(null);
  const [answer, setAnswer] = useState<{ kind: string; file: string; csv: CsvAnswer | null; refusal: string | Reason | null } | null>(null);
  const read = async (kind: string, file: File) => {
    setBusy(kind);
    setAnswer(null);
    try {
      const csv = await send<CsvAnswer>('POST', `/api/admin/territories/${territory.id}/csv/${kind}`, await file.text());
      setAnswer({ kind, file: file.name, csv, refusal: null });
      imported();
    } catch (error) {
      const mistakes = error instanceof Refused ? error.problem.mistakes : undefined;
      setAnswer({ kind, file: file.name, csv: mistakes ? { imported: 0, mistakes } : null, refusal: mistakes ? null : reasonOf(error) });
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="admin-form">
      <p className="muted">{t('admin.csv.hint')}</p>
      <table className="csv">
        <tbody>
          {kinds.map(kind => (
            <tr key={kind}>
              <th scope="row">{t(`admin.page.${kind}`)}</th>
              <td><a className="button" href={`/api/admin/territories/${territory.id}/csv/${kind}`} download={`${kind}.csv`}>{t('admin.csv.export')}</a></td>
              <td>
                <label className="button file">
                  {busy === kind ? t('admin.csv.reading') : t('admin.csv.import')}
                  <input
                    type="file" accept=".csv,text/csv" disabled={busy !== null} aria-label={`${t('admin.csv.import')}: ${t(`admin.page.${kind}`)}`}
                    onChange={event => { const file = event.target.files?.[0]; event.target.value = ''; if (file) void read(kind, file); }}
                  />
                </label>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div role="status">
        {answer?.refusal && <p className="mistake" role="alert"><b>{answer.file}</b>: {typeof answer.refusal === 'string' ? t(answer.refusal) : reasonText(t, answer.refusal)}</p>}
        {answer?.csv?.mistakes.length === 0 && <p>{t('admin.csv.imported', { count: answer.csv.imported, file: answer.file })}</p>}
        {answer?.csv && answer.csv.mistakes.length > 0 && (
          <>
            <p role="alert"><b>{t('admin.csv.mistakes', { count: answer.csv.mistakes.length, file: answer.file })}</b></p>
            <table className="diff">
              <thead><tr><th>{t('admin.csv.line')}</th><th>{t('admin.csv.column')}</th><th>{t('admin.csv.what')}</th></tr></thead>
              <tbody>{answer.csv.mistakes.map((mistake, index) => <tr key={index}><td>{mistake.line}</td><td>{mistake.column}</td><td>{mistake.text}</td></tr>)}</tbody>
            </table>
          </>
        )}
      </div>
    </div>
  );
}
