export const questionImportEn = {
  refused_empty: 'The file is empty.',
  refused_too_large: 'The file is larger than 10 MB. Please split it.',
  refused_too_many_questions:
    'The file has {count} questions; at most {limit} can be imported at once. Please split it.',
  refused_no_questions:
    'No question was found in the file. Compare it with the template and the examples on this page.',
  refused_unknown_format:
    'The format of the file is not recognised. Use Excel (.xlsx), Word (.docx), CSV, GIFT, Aiken, Moodle XML or YAML.',
  refused_zip_broken:
    'The file is damaged or was not uploaded completely. Open it, save it and upload it again.',
  refused_zip_bomb: 'The file inflates to an unusual size and is not read. Save it again from Word or Excel.',
  refused_zip_unsafe_names:
    'The archive has file names with unsafe paths and is not read. Please save the file again from Word or Excel.',
  refused_password: 'The file is protected by a password. Remove it (File, Info, Protect) and save again.',
  refused_macros:
    'The file has macros and is not read. Save it as “Word Document (.docx)” or “Excel Workbook (.xlsx)”.',
  refused_legacy_word:
    'This is an old Word file (.doc). Open it in Word, choose Save As and the type “Word Document (.docx)”.',
  refused_legacy_excel:
    'This is an old Excel file (.xls). Open it in Excel, choose Save As and the type “Excel Workbook (.xlsx)”.',
  refused_legacy_office: 'This is an old Office file. Save it as .docx or .xlsx.',
  refused_binary_workbook: 'This is a binary workbook (.xlsb). Save it as “Excel Workbook (.xlsx)”.',
  refused_open_document: 'This is an OpenDocument file (.odt, .ods). Save it as .docx or .xlsx.',
  refused_rich_text: 'This is an RTF file. Open it in Word and save it as “Word Document (.docx)”.',
  refused_web_page:
    'This is a web page, whatever its name. Open it in Excel or Word and save it as .xlsx or .docx.',
  refused_pdf: 'Questions can’t be read from a PDF. Use the original Word or Excel file.',
  refused_picture: 'Questions can’t be read from a picture. Use the original Word or Excel file.',
  refused_archive: 'This is an archive. Unpack it and upload the files of questions one by one.',
  refused_xml_dtd: 'The XML file declares a DTD or entities and is not read, for safety.',
  refused_xml_broken: 'The XML is broken at line {line}.',
  refused_xml_unknown:
    'The XML is not an export of questions from Moodle (its root is “{root}”, not “quiz”).',
  refused_yaml_broken: 'The YAML is broken at line {line}.',
  refused_sheet_too_large:
    'The sheet “{sheet}” is too large (more than 50,000 rows). Delete needless rows and save again.',
  refused_document_too_large: 'The document is too long. Please split it.',

  placeQuestion: 'question {question}',
  placeSheet: 'sheet “{sheet}”',
  placeRow: 'row {row}',
  placeColumn: 'column {column}',
  placeParagraph: 'paragraph {paragraph}',
  placeLine: 'line {line}',
  placeFile: 'whole file',

  source_answer_line: 'the answer line',
  source_key_table: 'the table of keys',
  source_question: 'the question itself',
  source_key_column: 'the key column',
  source_tick: 'the mark at an option',
  source_background: 'the background colour',
  source_color: 'the colour of the text',
  source_underline: 'underlining',
  source_bold: 'bold type',
  source_strike: 'strikethrough',
  source_italic: 'italics',

  encoding_tcvn3: 'TCVN3 (ABC, font .VnTime)',
  encoding_vni: 'VNI',
  encoding_mojibake: 'UTF-8 read in the wrong encoding',

  problem_no_questions: 'No question was found in the file. Compare it with the template.',
  problem_too_many_questions: 'The file has too many questions.',
  problem_legacy_encoding:
    '{count} questions were typed in an old encoding ({encoding}) and are shown converted to Unicode. Check them and agree to the conversion.',
  problem_key_without_question:
    'The table of keys has question {number} ({words}), but there is no such question.',
  problem_key_table_ambiguous:
    'Numbers begin again in the parts ({parts} parts), so it is unclear which of the {tables} tables of keys belongs to which. Number throughout, or put a table after each part.',
  problem_headings_assumed:
    'There are no column headings; the columns were guessed from what they hold. Please check.',
  problem_sheet_hidden: 'The hidden sheet “{sheet}” was not read.',
  problem_sheet_without_questions: 'The sheet “{sheet}” has no questions.',
  problem_row_without_question: 'This row is no question.',
  problem_text_outside_questions: 'Text outside of the questions.',
  problem_type_not_supported: 'A question of type “{type}” offers no options to choose from and is skipped.',
  problem_tracked_changes: 'Changes are tracked here; the text was read as if all were accepted.',
  problem_content_not_read: 'Content embedded from another file could not be read.',
  problem_stem_missing: 'The text of the question is missing.',
  problem_too_few_options: 'Only {count} options; at least 2 are needed.',
  problem_too_many_options: '{count} options; at most {limit} are possible.',
  problem_option_empty: 'Option {letter} is empty.',
  problem_option_repeated: 'Option {second} repeats option {first}.',
  problem_letters_broken: 'The letters of the options are out of order: {letters}.',
  problem_letters_reordered: 'The options were put in the order of their letters.',
  problem_key_missing: 'No right option is given.',
  problem_key_out_of_range: 'The key “{words}” names no option (the question has {count}).',
  problem_key_unreadable: 'The key “{words}” is neither a letter, a number nor the text of an option.',
  problem_key_ambiguous: 'The key “{words}” can be read in two ways.',
  problem_key_conflict:
    'Two places give different keys: {firstSource} says {firstKey}, {secondSource} says {secondKey}.',
  problem_key_all_options: 'All options are marked as right.',
  problem_text_too_long: '{count} characters; at most {limit} are possible.',
  problem_question_repeated: 'The same question is question {number} of this file.',
  problem_question_repeated_other_key:
    'The same question is question {number} of this file, with another key: {ownKey} and {otherKey}.',
  problem_stem_repeated: 'Question {number} asks the same with other options.',
  problem_citation_unreadable:
    'No article, clause or point was recognised in “{words}”; it was kept at the end of the explanation.',
  problem_citation_other_document:
    '“{words}” is of another document than the bank’s law; it was kept at the end of the explanation.',
  problem_difficulty_unreadable:
    'The difficulty “{words}” is not known (recognition, understanding, application, or 1, 2, 3).',
  problem_code_unreadable:
    'The code “{words}” may have lower-case letters, digits and hyphens only; a new one will be given.',
  problem_evidence_too_long: 'Evidence of more than {limit} words.',
  problem_validity_unreadable: 'The day “{words}” can’t be read; write it like 01/10/2026.',
  problem_validity_order: 'The last day ({validTo}) is before the first one ({validFrom}).',
  problem_several_marked:
    '{count} options are marked ({letters}), but the question does not say that several may be right. Please check the key.',
  problem_options_supplied: 'The question has no options; it was read as true or false.',
  problem_explanation_unlabelled: 'The paragraph after the last option was read as the explanation.',
  problem_line_joined: 'This paragraph was joined to the option above.',
  problem_legacy_font:
    'Typed in an old encoding and shown converted to Unicode; the conversion needs your consent.',
  problem_lost_characters:
    'Letters were lost (a “?” or a black diamond in their place) when the file was saved; save the original again as Unicode.',
  problem_picture_not_imported: 'A picture can’t be imported; say it in words.',
  problem_formula_flattened: 'A formula was turned into plain text; please check.',
  problem_text_box: 'The text stands in a text box; check its order.',
  problem_hidden_text: 'Hidden text was not read.',
  problem_row_hidden: 'This row is hidden in Excel.',
  problem_cell_date:
    'Excel turned this cell into a date, shown as “{shown}”. Its author may have typed “{typed}”.',
  problem_cell_date_short:
    'Excel turned this cell into the date “{shown}”. Its author probably typed “{typed}”.',
  problem_cell_number: 'This cell is a formatted number, read as “{shown}”.',
  problem_cell_formula: 'This cell is the formula {formula}; its result “{shown}” was taken.',
  problem_cell_formula_without_value:
    'This cell is the formula {formula} without a result. Open the file in Excel and save it.',
  problem_cell_error: 'This cell shows the error {shown}.',
  problem_partial_credit: 'The file gives partial credit; here only the option with the full mark is right.',
  problem_yaml_invalid: 'This entry is malformed at “{field}”.',
  problem_quote_open:
    'The quotation mark that opens here is never closed: the rest of the file was read as one cell.',
  problem_syntax_broken: 'The syntax is broken: the closing “}” of the options is missing.',

  duplicate_exact: 'The bank has this question already ({code}).',
  duplicate_other_key: 'WARNING: the bank has this question ({code}) with another key: {keyWords}.',
  duplicate_same_code: 'The code is that of question {code} of the bank: importing makes its next version.',
  duplicate_near: 'Close to question {code} of the bank: “{stem}”.',

  bankUnknown: 'There is no such question bank.',
  importNotWhole: 'Nothing was imported, because some questions can’t be:',
  importSummary:
    '{added} added · {changed} new versions · {unchanged} unchanged · {skipped} known already · {failed} failed',
  failure_has_errors: 'has errors (see the preview)',
  failure_topic_unknown: 'the bank has no such topic; choose a default topic',
  failure_undecided: 'the bank has this question with another key; somebody must decide',
  failure_invalid: 'does not fit the format of the bank',

  error: 'Error',
  warning: 'Note',
  proposal: 'Proposal: {proposal}',
}
