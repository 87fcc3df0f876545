import { Form, Link } from '@remix-run/react'
import { Search } from 'lucide-react'
import { live } from '#app/i18n/messages/live.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { LIVE_PARAMS, liveParamsOf, withLiveQuery } from '../../../../core/rounds/live-query.ts'
import type { LiveQuery } from '../../../../core/rounds/live-query.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { Field, TextInput } from '../../../ui/field.tsx'

type LiveSearchProps = {
  part: 'unitSearch' | 'personSearch'
  label: string
  hint?: string
  query: LiveQuery
}

/** A search that becomes part of the page's address and leaves the rest of it as it is. */
export function LiveSearch({ part, label, hint, query }: LiveSearchProps) {
  const t = useT(live)
  const name = LIVE_PARAMS[part]
  const others = liveParamsOf(query).filter(([other]) => other !== name)

  return (
    <Form method="get" preventScrollReset className="grid gap-2" role="search" aria-label={label}>
      {others.map(([other, value]) => (
        <input key={other} type="hidden" name={other} value={value} />
      ))}
      <Field id={`search-${part}`} label={label} hint={hint}>
        {(control) => (
          <div className="flex flex-wrap gap-2">
            <TextInput
              {...control}
              key={query[part]}
              type="search"
              name={name}
              defaultValue={query[part]}
              autoComplete="off"
              maxLength={80}
              className="min-w-0 flex-1 basis-48"
            />
            <button type="submit" className={buttonClass('secondary')}>
              <Search aria-hidden="true" className="size-5" />
              {t('search')}
            </button>
            {query[part] !== '' && (
              <Link
                to={withLiveQuery('', { ...query, [part]: '' }) || '?'}
                preventScrollReset
                className={buttonClass('quiet')}
              >
                {t('clearSearch')}
              </Link>
            )}
          </div>
        )}
      </Field>
    </Form>
  )
}
