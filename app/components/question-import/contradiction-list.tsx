import { Form, Link } from '@remix-run/react'
import { Check, CircleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { CHOICES_BY_KIND } from '#app/core/questions/import/import-plan.ts'
import type { WaitingQuestion } from '#app/core/questions/import/waiting-import.ts'
import { questionBulk } from '#app/i18n/messages/question-bulk.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { KeyedOptions } from '../questions/keyed-options.tsx'
import { useRowKeys } from '../questions/use-row-keys.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useHasScripts } from '../use-has-scripts.ts'

type ContradictionListProps = { items: readonly WaitingQuestion[]; bankSlug: string }

/** Questions that the bank has with another key, both keys side by side, and what is to become of those ticked. */
export function ContradictionList({ items, bankSlug }: ContradictionListProps) {
  const t = useT(questionBulk)
  const form = useRef<HTMLFormElement>(null)
  const [tickedCount, setTickedCount] = useState(0)
  const rows = useRowKeys<HTMLOListElement>('input[name="selected"]')
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="selected"]') ?? [])]
  const count = () => setTickedCount(boxes().filter((box) => box.checked).length)
  const tickAll = (isChecked: boolean) => {
    for (const box of boxes()) box.checked = isChecked
    count()
  }

  return (
    <Card aria-labelledby="so-dap-an" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1">
        <h2 id="so-dap-an" className="text-xl">
          {t('contradictionsTitle')}
        </h2>
        <p>{t('contradictionsLead')}</p>
        <p className="text-sm text-muted max-sm:hidden">{t('contradictionsKeys')}</p>
      </div>
      <Form method="post" preventScrollReset ref={form} className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <input type="hidden" name="intent" value="decide-many" />
        <input type="hidden" name="kind" value="other_key" />
        <label className="flex min-h-11 items-center gap-3 font-semibold">
          <input
            type="checkbox"
            checked={tickedCount > 0 && tickedCount === items.length}
            onChange={(event) => tickAll(event.target.checked)}
            className="size-6 shrink-0 accent-brand"
          />
          {t('tickAll')}
        </label>
        <ol {...rows} onChange={count} className="divide-y divide-line border-y border-line">
          {items.map((item) => (
            <Contradiction key={item.position} item={item} bankSlug={bankSlug} />
          ))}
        </ol>
        <DecideTicked count={tickedCount} />
      </Form>
    </Card>
  )
}

type ContradictionProps = { item: WaitingQuestion; bankSlug: string }

function Contradiction({ item: { position, question, duplicate, decision }, bankSlug }: ContradictionProps) {
  const t = useT(questionBulk)
  const { number, stem, options, key } = question
  if (!duplicate) return null
  const { code, keyWords } = duplicate

  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-3 py-4 has-checked:bg-brand-soft sm:px-2">
      <input
        type="checkbox"
        name="selected"
        value={position}
        aria-label={t('tick', { number })}
        className="mt-0.5 size-6 accent-brand"
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="tabular text-base font-semibold">{t('question', { number })}</h3>
          <Badge tone={decision === null ? 'warn' : 'info'} icon={decision === null ? CircleAlert : Check}>
            {t(`decided_${decision ?? 'none'}`)}
          </Badge>
        </div>
        <p className="break-words">{stem}</p>
        <dl className="grid gap-3 sm:grid-cols-2">
          <Key label={t('keyInFile')} words={key.map((index) => options[index] ?? '')} />
          <Key label={t('keyInBank')} words={keyWords}>
            <Link to={paths.question(bankSlug, code)} className="link text-sm">
              {t('bankQuestion', { code })}
            </Link>
          </Key>
        </dl>
        <details>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center text-sm">
            {t('showOptions')}
          </summary>
          <KeyedOptions options={options} optionKey={key} />
        </details>
      </div>
    </li>
  )
}

function Key({ label, words, children }: { label: string; words: readonly string[]; children?: ReactNode }) {
  const t = useT(questionBulk)

  return (
    <div className="grid min-w-0 content-start gap-0.5 rounded-md border-l-4 border-warn bg-warn-soft p-3 text-ink">
      <dt className="text-sm font-semibold text-warn">{label}</dt>
      <dd className="text-lg font-semibold break-words">{words.join('; ') || t('noKey')}</dd>
      {children && <dd>{children}</dd>}
    </div>
  )
}

function DecideTicked({ count }: { count: number }) {
  const t = useT(questionBulk)
  const { number } = useFormatters()
  const hasScripts = useHasScripts()

  return (
    <section
      aria-label={t('barTitle')}
      className={classNames(
        'sticky bottom-0 z-10 grid gap-2 rounded-lg border border-edge bg-surface p-3 shadow-card sm:flex sm:flex-wrap sm:items-center sm:p-4',
        // On a phone it would hide the keys one is comparing.
        hasScripts && count === 0 && 'max-sm:hidden',
      )}
    >
      <p role="status" className="tabular grow font-semibold">
        {t('ticked', { count: number(count) })}
      </p>
      {CHOICES_BY_KIND.other_key.map((decision) => (
        <Button
          key={decision}
          look="secondary"
          name="decision"
          value={decision}
          className="max-sm:min-h-11 max-sm:py-1.5"
        >
          {t(`ticked_${decision}`)}
        </Button>
      ))}
    </section>
  )
}
