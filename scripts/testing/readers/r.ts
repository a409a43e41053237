import type { Reader } from './reader'
import { ask, delimiterOf, readPrinted } from './reader'

const run = (program: string, ...args: string[]) => ask('Rscript', ['--vanilla', '-e', program, ...args])
const versionOf = (name: string) =>
  run(
    `library(jsonlite); cat('${name}', as.character(packageVersion('${name}')), 'on R', as.character(getRversion()))`,
  )

const START = `args <- commandArgs(TRUE); file <- args[1]; delimiter <- args[2]`
const PRINT = `cat(jsonlite::toJSON(list(columns = I(as.character(names(table))), values = unname(lapply(table, function(column) I(column)))),
  auto_unbox = TRUE, na = 'null', null = 'null', digits = NA))`

export const readr: Reader = {
  name: 'R readr',
  formats: ['csv', 'csv-excel-fr', 'csv-excel-en'],
  packages: ['r-cran-readr', 'r-cran-jsonlite'],
  version: () => versionOf('readr'),
  read: async (file, format) =>
    readPrinted(
      await run(
        `${START}
table <- suppressMessages(readr::read_delim(file, delim = delimiter, escape_double = TRUE, trim_ws = FALSE, na = character(),
  col_types = readr::cols(.default = 'c'), name_repair = 'minimal', progress = FALSE))
if (nrow(readr::problems(table))) stop(paste(utils::capture.output(readr::problems(table)), collapse = '; '))
${PRINT}`,
        file,
        delimiterOf(format),
      ),
    ),
}

export const dataTable: Reader = {
  name: 'R data.table',
  formats: ['csv', 'csv-excel-fr', 'csv-excel-en'],
  packages: ['r-cran-data.table', 'r-cran-jsonlite'],
  version: () => versionOf('data.table'),
  read: async (file, format) =>
    readPrinted(
      await run(
        `${START}
table <- data.table::fread(file, sep = delimiter, colClasses = 'character', strip.white = FALSE, na.strings = NULL,
  encoding = 'UTF-8', header = TRUE, fill = FALSE, showProgress = FALSE)
${PRINT}`,
        file,
        delimiterOf(format),
      ),
    ),
}

export const jsonlite: Reader = {
  name: 'R jsonlite',
  formats: ['jsonl'],
  packages: ['r-cran-jsonlite'],
  version: () => versionOf('jsonlite'),
  read: async (file) =>
    readPrinted(
      await run(
        `${START}
table <- jsonlite::stream_in(file(file, encoding = 'UTF-8'), verbose = FALSE)
${PRINT}`,
        file,
      ),
    ),
}

export const haven: Reader = {
  name: 'R haven',
  formats: ['sav'],
  packages: ['r-cran-haven', 'r-cran-jsonlite'],
  version: () => versionOf('haven'),
  read: async (file) =>
    readPrinted(
      await run(
        `${START}
table <- haven::read_sav(file, user_na = TRUE)
one <- function(x) if (length(x)) unname(x) else NULL
described <- unname(lapply(table, function(column) {
  labels <- attr(column, 'labels', exact = TRUE)
  list(label = one(attr(column, 'label', exact = TRUE)), missing = I(as.numeric(attr(column, 'na_values', exact = TRUE))),
    codes = if (length(labels)) setNames(as.list(names(labels)), as.character(labels)))
}))
value <- function(column) {
  if (inherits(column, 'POSIXct'))
    return(lapply(column, function(at) if (is.na(at)) NULL else list(time = format(at, '%Y-%m-%dT%H:%M:%SZ', tz = 'UTC'))))
  I(as.vector(unclass(column)))
}
cat(jsonlite::toJSON(list(columns = I(names(table)), values = unname(lapply(table, value)), described = described),
  auto_unbox = TRUE, na = 'null', null = 'null', digits = NA))`,
        file,
      ),
    ),
}
