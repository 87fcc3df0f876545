import { Form, Link } from '@remix-run/react'
import { proof } from '#app/i18n/messages/proof.ts'
import { result } from '#app/i18n/messages/result.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { isSettledPhase } from '../../core/rounds/round-phase.ts'
import { paths } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import { ReceiptCard } from './receipt-card.tsx'
import type { ReceiptView } from './receipt-card.tsx'

export type CheckedReceipt = ReceiptView & {
  roundSlug: string
  roundKind: 'ranked' | 'practice'
  phase: Phase
  displayName: string
  unitName: string | null
  rank: number | null
  /** Where it stands in the stored official list; null while there is none. */
  published:
    { state: 'listed'; rank: number; pseudonym: string } | { state: 'other_attempt' | 'not_listed' } | null
}

type ReceiptCheckProps = {
  view: {
    /** As typed, when nothing was found. */
    code: string
    outcome: 'none' | 'malformed' | 'missing' | 'found'
    receipt: CheckedReceipt | null
  }
}

/** The form to check a receipt, and what is known of the one that was asked for. */
export function ReceiptCheck({ view: { code, outcome, receipt } }: ReceiptCheckProps) {
  const t = useT(result)

  return (
    <div className="page grid max-w-3xl gap-8">
      <PageHeader title={t('checkTitle')} lead={t('checkLead')} />
      {receipt && <FoundReceipt receipt={receipt} />}
      {outcome === 'missing' && (
        <Alert kind="warn" title={t('notFoundTitle')}>
          {t('notFoundText')}
        </Alert>
      )}
      <CheckForm code={code} outcome={outcome} />
    </div>
  )
}

function CheckForm({ code, outcome }: Omit<ReceiptCheckProps['view'], 'receipt'>) {
  const t = useT(result)
  const form = useFocusFirstError(outcome === 'malformed' ? code : null)

  return (
    <Form ref={form} method="get" action={paths.receiptCheck} className="grid gap-4 sm:max-w-md print:hidden">
      <Field
        id="ma"
        label={t(outcome === 'found' ? 'checkAgain' : 'checkLabel')}
        hint={t('checkHint')}
        error={outcome === 'malformed' ? t('checkInvalid') : null}
      >
        {(control) => (
          <TextInput
            {...control}
            key={code}
            name="ma"
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={code}
            className="tabular tracking-wide uppercase"
          />
        )}
      </Field>
      <Button look={outcome === 'found' ? 'secondary' : 'primary'} className="justify-self-start">
        {t('checkButton')}
      </Button>
    </Form>
  )
}

function FoundReceipt({ receipt }: { receipt: CheckedReceipt }) {
  const t = useT(result)
  const { number } = useFormatters()
  const tProof = useT(proof)
  const isRanked = receipt.roundKind === 'ranked'
  const publishedPlace = (place: NonNullable<CheckedReceipt['published']>): string => {
    switch (place.state) {
      case 'listed':
        return tProof('publishedListed', { rank: number(place.rank), pseudonym: place.pseudonym })
      case 'other_attempt':
        return tProof('publishedOther')
      case 'not_listed':
        return tProof('publishedNot')
      default:
        return place satisfies never
    }
  }
  const rank = (): string => {
    if (!isRanked) return t('practice')
    if (receipt.rank === null) return t('notCounted')

    return t(isSettledPhase(receipt.phase) ? 'rankValue' : 'rankMoving', { rank: number(receipt.rank) })
  }

  return (
    <div className="grid gap-4">
      <Alert kind="good" title={t('foundTitle')}>
        {t('foundText')}
      </Alert>
      <ReceiptCard
        receipt={receipt}
        firstRows={[
          { label: t('person'), value: receipt.displayName },
          ...(receipt.unitName ? [{ label: t('unit'), value: receipt.unitName }] : []),
          { label: t('rank'), value: rank() },
          ...(receipt.published
            ? [{ label: tProof('publishedLabel'), value: publishedPlace(receipt.published) }]
            : []),
        ]}
      />
      <p>
        <Link
          to={isRanked ? paths.roundBoard(receipt.roundSlug) : paths.round(receipt.roundSlug)}
          className="link inline-block py-2"
        >
          {t(isRanked ? 'toBoard' : 'toRound')}
        </Link>
      </p>
    </div>
  )
}
