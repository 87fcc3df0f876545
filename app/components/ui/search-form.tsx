import { Form } from '@remix-run/react'
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Field, TextInput } from './field.tsx'

type SearchFormProps = {
  label: string
  hint?: string
  search: string
  button: string
  /** Further conditions beside the text. */
  children?: ReactNode
}

/** Searches by address, so that what was found can be kept, shared and gone back to. */
export function SearchForm({ label, hint, search, button, children }: SearchFormProps) {
  return (
    <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
      <div className="min-w-60 flex-1">
        <Field id="tim" label={label} hint={hint}>
          {(control) => (
            <TextInput {...control} type="search" name="tim" defaultValue={search} autoComplete="off" />
          )}
        </Field>
      </div>
      {children}
      <Button look="secondary">
        <Search aria-hidden="true" className="size-5" />
        {button}
      </Button>
    </Form>
  )
}
