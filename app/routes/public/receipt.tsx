import { data, redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReceiptCheck } from '#app/components/result/receipt-check.tsx'
import { parseReceiptCode } from '#app/core/attempts/receipt.ts'
import { paths } from '#app/http/paths.ts'
import { checkReceipt } from '#app/services/attempts/receipts.server.ts'

export const meta: MetaFunction = () => [{ title: 'Tra biên nhận – Hội Thi' }]

/** Serves the form alone and a receipt by its code; a code that was typed leads to its own address. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('ma')?.trim() ?? ''
  const typedCode = parseReceiptCode(typed)
  if (typedCode) throw redirect(paths.receipt(typedCode))
  const code = params.code ?? ''
  if (code === '')
    return data({ code: typed, outcome: typed === '' ? ('none' as const) : ('malformed' as const), receipt: null })
  const receipt = await checkReceipt(code, context.now)

  return receipt
    ? data({ code: '', outcome: 'found' as const, receipt })
    : data({ code, outcome: 'missing' as const, receipt: null }, { status: 404 })
}

export default function Receipt() {
  return <ReceiptCheck view={useLoaderData<typeof loader>()} />
}
