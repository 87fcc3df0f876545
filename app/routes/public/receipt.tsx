import { data, redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { ReceiptCard } from '#app/components/result/receipt-card.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field, TextInput } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { paths } from '#app/http/paths.ts'
import { result as messages } from '#app/i18n/messages/result.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { checkReceipt } from '#app/services/receipts.server.ts'

export const meta: MetaFunction = () => [{ title: 'Tra biên nhận – Hội Thi' }]

/** Serves the form alone and a receipt by its code; a typed code leads to its own address. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('ma')?.trim()
  if (typed) throw redirect(paths.receipt(encodeURIComponent(typed)))
  const code = params.code ?? ''
  const receipt = code === '' ? null : await checkReceipt(code, context.now)

  return data({ code, receipt }, { status: code !== '' && !receipt ? 404 : 200 })
}

export default function Receipt() {
  const t = useT(messages)
  const { number } = useFormatters()
  const { code, receipt } = useLoaderData<typeof loader>()

  return (
    <div className="page grid max-w-3xl gap-8">
      <PageHeader title={t('checkTitle')} lead={t('checkLead')} />
      {receipt && (
        <>
          <ReceiptCard
            receipt={receipt}
            firstRows={[
              { label: t('person'), value: receipt.displayName },
              ...(receipt.unitName ? [{ label: t('unit'), value: receipt.unitName }] : []),
              {
                label: t('rank'),
                value:
                  receipt.roundKind === 'practice'
                    ? t('practice')
                    : receipt.rank === null
                      ? t('notCounted')
                      : t('rankValue', { rank: number(receipt.rank) }),
              },
            ]}
          />
          <Link to={paths.round(receipt.roundSlug)} className="link justify-self-start py-2">
            {receipt.roundTitle}
          </Link>
        </>
      )}
      {code !== '' && !receipt && (
        <Alert kind="warn" title={t('notFoundTitle')}>
          {t('notFoundText')}
        </Alert>
      )}
      <Form method="get" action={paths.receiptCheck} className="grid gap-4">
        <Field id="ma" label={t('checkLabel')} hint={t('checkHint')}>
          {(control) => (
            <TextInput
              {...control}
              name="ma"
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={receipt ? '' : code}
            />
          )}
        </Field>
        <Button className="justify-self-start">{t('checkButton')}</Button>
      </Form>
    </div>
  )
}
