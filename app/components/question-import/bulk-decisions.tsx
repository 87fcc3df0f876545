import { Form, Link } from '@remix-run/react'
import { CircleAlert } from 'lucide-react'
import type { DuplicateKind } from '#app/core/questions/import/duplicates.ts'
import { CHOICES_BY_KIND } from '#app/core/questions/import/import-plan.ts'
import type { DuplicateCounts } from '#app/core/questions/import/waiting-import.ts'
import { questionBulk } from '#app/i18n/messages/question-bulk.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

type BulkDecisionsProps = {
  duplicates: readonly DuplicateCounts[]
  /** The kind whose questions are shown; null: all. */
  shown: DuplicateKind | null
  hrefOf: (kind: DuplicateKind | null) => string
}

/** What is to become of all duplicates of a kind. Contradictions are only led to: each of their keys must be seen. */
export function BulkDecisions({ duplicates, shown, hrefOf }: BulkDecisionsProps) {
  const t = useT(questionBulk)
  // Of one kind that is looked at, only its own choices stand above its questions.
  const listed = duplicates.filter(({ kind }) => shown === null || kind === shown)
  if (duplicates.length === 0) return null

  return (
    <Card aria-labelledby="hang-loat" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1">
        <h2 id="hang-loat" className="text-xl">
          {t('title')}
        </h2>
        <p className="text-sm text-muted">{t('lead')}</p>
      </div>
      <ul className="divide-y divide-line">
        {listed.map((counts) => (
          <li key={counts.kind} className="grid grid-cols-[minmax(0,1fr)] gap-2.5 py-4 first:pt-0 last:pb-0">
            <KindHead counts={counts} isShown={counts.kind === shown} href={hrefOf(counts.kind)} />
            {counts.kind === 'other_key' ? (
              <ContradictionsFirst isShown={shown === 'other_key'} href={hrefOf('other_key')} />
            ) : (
              <DecideAll counts={counts} />
            )}
          </li>
        ))}
      </ul>
      {shown !== null && (
        <Link to={hrefOf(null)} preventScrollReset className="link justify-self-start py-1">
          {t('showAll')}
        </Link>
      )}
    </Card>
  )
}

const FATES = ['undecided', 'skip', 'replace', 'add'] as const

type KindHeadProps = { counts: DuplicateCounts; isShown: boolean; href: string }

function KindHead({ counts, isShown, href }: KindHeadProps) {
  const t = useT(questionBulk)
  const { number } = useFormatters()
  const count = number(counts.count)
  const kind = t(`kind_${counts.kind}`)
  const fates = FATES.filter((fate) => counts[fate] > 0)

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <h3 className="flex items-center gap-2 text-base font-semibold">
        {counts.kind === 'other_key' && <CircleAlert aria-hidden="true" className="size-5 text-warn" />}
        {kind}
      </h3>
      {!isShown && (
        <Link
          to={href}
          preventScrollReset
          className="link py-1"
          aria-label={t('showKindNamed', { count, kind })}
        >
          {t('showKind', { count })}
        </Link>
      )}
      <p className="tabular text-sm text-muted">
        {fates.map((fate) => t(`state_${fate}`, { count: number(counts[fate]) })).join(' · ')}
      </p>
    </div>
  )
}

function ContradictionsFirst({ isShown, href }: { isShown: boolean; href: string }) {
  const t = useT(questionBulk)

  return (
    <>
      <p>{t('contradictionsFirst')}</p>
      {!isShown && (
        <Link to={href} preventScrollReset className={buttonClass('secondary', 'sm:justify-self-start')}>
          {t('compareKeys')}
        </Link>
      )}
    </>
  )
}

function DecideAll({ counts }: { counts: DuplicateCounts }) {
  const t = useT(questionBulk)
  const { number } = useFormatters()
  const { kind, count } = counts
  const open = CHOICES_BY_KIND[kind].filter((decision) => counts[decision] < count)

  return (
    <Form
      method="post"
      preventScrollReset
      aria-label={t('allOf', { kind: t(`kind_${kind}`) })}
      className="flex flex-wrap gap-2"
    >
      <input type="hidden" name="intent" value="decide-many" />
      <input type="hidden" name="kind" value={kind} />
      {open.map((decision) => (
        <Button key={decision} look="secondary" name="decision" value={decision} className="max-sm:w-full">
          {t(`all_${decision}`, { count: number(count) })}
        </Button>
      ))}
    </Form>
  )
}
