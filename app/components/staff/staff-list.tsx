import { Form } from '@remix-run/react'
import { CircleCheck, Clock, Lock } from 'lucide-react'
import type { StaffRole } from '#app/core/people/capabilities.ts'
import { STAFF_ROLES } from '#app/core/people/staff-form.ts'
import { staff } from '#app/i18n/messages/staff.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { CONTROL_CLASS } from '../ui/field.tsx'
import { classNames } from '../class-names.ts'

export type ListedMember = {
  id: string
  fullName: string
  loginName: string
  role: StaffRole
  lockedAt: Date | null
  hasPassword: boolean
  linkExpiresAt: Date | null
  isOwn: boolean
}

/** Everybody who helps, with what can be done about each. */
export function StaffList({ members }: { members: readonly ListedMember[] }) {
  const t = useT(staff)

  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 className="text-xl">{t('listTitle')}</h2>
      <ul className="grid gap-5">
        {members.map((member) => (
          <li key={member.id} className="grid gap-3 border-t border-line pt-5">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <p>
                <span className="font-semibold">{member.fullName}</span>{' '}
                <span className="text-muted">
                  {member.loginName}
                  {member.isOwn && ` · ${t('you')}`}
                </span>
                <span className="block text-sm">{t(`role_${member.role}`)}</span>
              </p>
              <Access member={member} />
            </div>
            {member.isOwn ? (
              <p className="text-sm text-muted">{t('ownNote')}</p>
            ) : (
              <div className="flex flex-wrap items-center gap-3">
                <RoleForm member={member} />
                <MemberButton member={member} intent="link" isOffered={member.lockedAt === null} />
                <MemberButton member={member} intent="lock" isOffered={member.lockedAt === null} />
                <MemberButton member={member} intent="unlock" isOffered={member.lockedAt !== null} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Access({ member }: { member: ListedMember }) {
  const t = useT(staff)
  const { dateTime } = useFormatters()
  const { lockedAt, hasPassword, linkExpiresAt } = member
  if (lockedAt)
    return (
      <Badge tone="warn" icon={Lock}>
        {t('locked', { at: dateTime(lockedAt) })}
      </Badge>
    )
  if (hasPassword)
    return (
      <Badge tone="good" icon={CircleCheck}>
        {t('active')}
      </Badge>
    )

  return (
    <span className="flex items-center gap-1.5 text-sm text-info">
      <Clock aria-hidden="true" className="size-4 shrink-0" />
      {linkExpiresAt ? t('invited', { at: dateTime(linkExpiresAt) }) : t('noLink')}
    </span>
  )
}

function RoleForm({ member }: { member: ListedMember }) {
  const t = useT(staff)
  const name = member.fullName

  return (
    <Form method="post" preventScrollReset className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="userId" value={member.id} />
      <select
        key={member.role}
        name="role"
        aria-label={t('roleNamed', { name })}
        defaultValue={member.role}
        className={classNames(CONTROL_CLASS, 'w-auto!')}
      >
        {STAFF_ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`role_${role}`)}
          </option>
        ))}
      </select>
      <Button look="secondary" name="intent" value="role" aria-label={t('changeNamed', { name })}>
        {t('change')}
      </Button>
    </Form>
  )
}

type MemberButtonProps = { member: ListedMember; intent: 'link' | 'lock' | 'unlock'; isOffered: boolean }

function MemberButton({ member, intent, isOffered }: MemberButtonProps) {
  const t = useT(staff)
  if (!isOffered) return null

  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="userId" value={member.id} />
      <Button
        look={intent === 'lock' ? 'danger' : 'secondary'}
        name="intent"
        value={intent}
        aria-label={t(`${intent}Named`, { name: member.fullName })}
      >
        {t(intent)}
      </Button>
    </Form>
  )
}
