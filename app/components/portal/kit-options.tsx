import { Form } from '@remix-run/react'
import { portal } from '#app/i18n/messages/portal.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import type { PortalKitView } from './portal-kit-data.ts'

/** A plain form: the choices stand in the address, so a page with its snippets can be sent on. */
export function KitOptions({ view }: { view: PortalKitView }) {
  const t = useT(portal)

  return (
    <Card>
      <Form method="get" preventScrollReset className="grid gap-6">
        <h2 className="text-xl">{t('chooseTitle')}</h2>
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <BannerChoices view={view} />
          <BoardChoices view={view} />
        </div>
        <Button look="secondary" className="justify-self-start">
          {t('apply')}
        </Button>
      </Form>
    </Card>
  )
}

function BannerChoices({ view: { sizes, chosen } }: { view: PortalKitView }) {
  const t = useT(portal)

  return (
    <fieldset className="grid content-start gap-4">
      <legend className="mb-3 font-semibold text-brand-text">{t('bannerLegend')}</legend>
      <Field id="co" label={t('size')}>
        {(control) => (
          <Select {...control} name="co" defaultValue={chosen.size.name}>
            {sizes.map(({ name }) => (
              <option key={name} value={name}>
                {t(`size_${name}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="kieu" label={t('format')}>
        {(control) => (
          <Select {...control} name="kieu" defaultValue={chosen.format}>
            <option value="svg">{t('format_svg')}</option>
            <option value="png">{t('format_png')}</option>
          </Select>
        )}
      </Field>
    </fieldset>
  )
}

function BoardChoices({ view: { rounds, themes, rowLimits, chosen } }: { view: PortalKitView }) {
  const t = useT(portal)

  return (
    <fieldset className="grid content-start gap-4">
      <legend className="mb-3 font-semibold text-brand-text">{t('boardLegend')}</legend>
      <Field id="dot" label={t('boardOf')}>
        {(control) => (
          <Select {...control} name="dot" defaultValue={chosen.roundSlug ?? ''}>
            <option value="">{t('wholeContest')}</option>
            {rounds.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Field id="so" label={t('rows')} hint={t('rowsHint', rowLimits)}>
          {(control) => (
            <TextInput
              {...control}
              type="number"
              name="so"
              min={rowLimits.min}
              max={rowLimits.max}
              defaultValue={chosen.rows}
            />
          )}
        </Field>
        <Field id="nen" label={t('theme')}>
          {(control) => (
            <Select {...control} name="nen" defaultValue={chosen.theme}>
              {themes.map((theme) => (
                <option key={theme} value={theme}>
                  {t(`theme_${theme}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </fieldset>
  )
}
