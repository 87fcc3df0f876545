import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { delimiter, join, sep } from 'node:path'
import { PrepareError } from './operator-console.mjs'
import { errorLines, runQuietly } from './run-quietly.mjs'

/**
 * True when node_modules holds what package-lock.json says. npm notes what it installed in a lock file of its own once an
 * installation is complete, so one made by hand counts as well.
 */
export function isInstalled(projectFolder, includeDev) {
  const wanted = readPackages(join(projectFolder, 'package-lock.json'))
  const installed = readPackages(join(projectFolder, 'node_modules', '.package-lock.json'))
  if (!wanted || !installed || !existsSync(join(projectFolder, 'node_modules', '.bin', 'node'))) return false
  return Object.entries(wanted).every(([path, { version, dev, optional, devOptional }]) => {
    const found = installed[path]
    if (found) return found.version === version
    return path === '' || optional || ((dev || devOptional) && !includeDev)
  })
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return null
  }
}

/** @throws {PrepareError} */
export async function installPackages(projectFolder, includeDev) {
  // npm removes this file among a thousand others; without it an installation cut short can't pass for a complete one.
  await rm(join(projectFolder, 'node_modules', '.package-lock.json'), { force: true })
  const args = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--ignore-scripts=false',
    '--include=optional',
  ]
  const result = await runQuietly('npm', includeDev ? [...args, '--include=dev'] : args, {
    cwd: projectFolder,
    env: {
      ...process.env,
      PATH: pathWithoutLocalPrograms(),
      // npm before version 11 runs the install script of @prisma/engines, which would download the engine.
      PRISMA_SCHEMA_ENGINE_BINARY: join(projectFolder, 'app', 'db', 'schema-engine.mjs'),
    },
  })
  if (result.code !== 0) throw installFailure(result.output)
  if (!existsSync(join(projectFolder, 'node_modules', '.bin', 'node'))) {
    throw new PrepareError(
      'npm đã cài xong nhưng thiếu Node.js 24 (gói "node").',
      'Chạy lại; nếu vẫn vậy, chạy "npm rebuild node" và xem lỗi.',
    )
  }
}

/** npm must not run on the Node that it is about to delete. */
function pathWithoutLocalPrograms() {
  const local = `node_modules${sep}.bin`
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(local))
    .join(delimiter)
}

/** What npm's error codes mean to an operator. */
const INSTALL_FAILURES = [
  {
    pattern: /ENOSPC/,
    problem: 'Ổ đĩa đã đầy khi cài thư viện.',
    remedy: 'Giải phóng dung lượng rồi chạy lại.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/,
    problem: 'Không kết nối được tới kho thư viện npm.',
    remedy:
      'Kiểm tra mạng; nếu đi qua proxy: npm config set proxy http://…; nếu có kho nội bộ: npm config set registry https://…; ' +
      'máy không có internet: chép thư mục node_modules từ một máy cùng hệ điều hành đã cài xong cùng phiên bản.',
  },
  {
    pattern: /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_/,
    problem: 'Kho thư viện npm dùng chứng thư mà máy này không tin cậy (thường do proxy của đơn vị).',
    remedy: 'Cho npm biết chứng thư của đơn vị: npm config set cafile /đường/dẫn/chung-thu.pem',
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    problem: 'Không ghi được vào thư mục node_modules hoặc bộ nhớ đệm của npm.',
    remedy:
      'Chạy bằng tài khoản sở hữu thư mục mã nguồn, hoặc giao lại: chown -R <tài khoản> <thư mục mã nguồn>',
  },
  {
    pattern: /EUSAGE/,
    problem: 'package.json và package-lock.json không khớp nhau.',
    remedy: 'Lấy lại hai tệp đó từ bản phát hành; nếu đang phát triển: npm install.',
  },
  {
    pattern: /spawn npm ENOENT/,
    problem: 'Không tìm thấy lệnh npm.',
    remedy: 'Cài Node.js kèm npm (https://nodejs.org).',
  },
]

function installFailure(output) {
  const known = INSTALL_FAILURES.find(({ pattern }) => pattern.test(output))
  const details = errorLines(output, 4)
  return new PrepareError(
    `${known?.problem ?? 'Không cài được thư viện.'}\n${details}`,
    known?.remedy ?? 'Xem lỗi của npm ở trên; thử xóa thư mục node_modules rồi chạy lại.',
  )
}
