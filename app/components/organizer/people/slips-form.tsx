import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../../http/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'

const DAY_MS = 24 * 60 * 60_000

type SlipsFormProps = {
  unit: { id: string; name: string } | null
  personIds: readonly string[]
  count: number
  validitiesMs: readonly number[]
}

/** Asks for how long the slips are good and gives the document, once. */
export function SlipsForm({ unit, personIds, count, validitiesMs }: SlipsFormProps) {
  const t = useT(peopleTexts)
  const { number } = useFormatters()

  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <p className="text-lg font-semibold">{t('slipsCount', { count: number(count) })}</p>
        <p className="text-muted">{unit ? t('slipsUnit', { unit: unit.name }) : t('slipsChosen')}</p>
      </div>
      <Alert kind="warn">{t('slipsOnce')}</Alert>
      {/* A form of the browser's own: the answer is a file, and the page stays. */}
      <form method="post" action={paths.slipsDocument} className="grid gap-5">
        {unit && <input type="hidden" name="don-vi" value={unit.id} />}
        {personIds.map((id) => (
          <input key={id} type="hidden" name="nguoi" value={id} />
        ))}
        <Field id="validity" label={t('slipsValidity')}>
          {(control) => (
            <Select {...control} name="validity" defaultValue={validitiesMs[1]}>
              {validitiesMs.map((validForMs) => (
                <option key={validForMs} value={validForMs}>
                  {t('days', { count: number(validForMs / DAY_MS) })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="grid gap-2">
          <Button className="sm:justify-self-start">{t('slipsButton')}</Button>
          <p className="text-sm text-muted">{t('slipsHelp')}</p>
        </div>
      </form>
    </Card>
  )
}
