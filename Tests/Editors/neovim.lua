-- Neovim as an editor of manifests: opens a bad one, shows what is wrong, applies a fix, completes a location.
-- Run by Tests/Editors/run; a failed check ends Neovim with a message and a code that is not 0.

local binary, manifest = vim.env.MANIFESTLINT, vim.env.MANIFEST

local function fail(message)
  io.stderr:write("neovim: " .. message .. "\n")
  vim.cmd("cquit 1")
end

local function check(condition, message)
  if not condition then fail(message) end
end

local function lines(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
end

vim.cmd("edit " .. vim.fn.fnameescape(manifest))
local buffer = vim.api.nvim_get_current_buf()
vim.bo[buffer].filetype = "yaml"

local client = vim.lsp.start_client({
  name = "manifestlint",
  cmd = { binary, "lsp" },
  root_dir = vim.fn.fnamemodify(manifest, ":h"),
})
check(client, "the server did not start")
vim.lsp.buf_attach_client(buffer, client)

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    found[diagnostic.code or (diagnostic.user_data or {}).lsp and diagnostic.user_data.lsp.code or "?"] = diagnostic
  end
  return found
end

-- What is wrong is shown.
check(vim.wait(20000, function() return next(codes()) ~= nil end, 50), "no diagnostics came")
local wrong = codes()["unknown-scope"]
check(wrong, "'unknown-scope' is not shown: " .. vim.inspect(vim.tbl_keys(codes())))
check(wrong.lnum == 6, "'unknown-scope' is shown on line " .. wrong.lnum + 1)
print("shows: " .. wrong.message:gsub("\n.*", ""))

-- A fix is applied.
local position = { line = wrong.lnum, character = wrong.col + 1 }
local answers = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = { start = position, ["end"] = position },
  context = { diagnostics = {}, only = { "quickfix" } },
}, 20000)
local action
for _, answer in pairs(answers or {}) do
  for _, offered in ipairs(answer.result or {}) do
    if offered.edit and not action then action = offered end
  end
end
check(action and action.edit, "no fix is offered")
local encoding = vim.lsp.get_client_by_id(client).offset_encoding
vim.lsp.util.apply_workspace_edit(action.edit, encoding)
check(lines(buffer):find("deals:read]", 1, true), "the fix was not applied:\n" .. lines(buffer))
print("fixes: " .. action.title)
check(vim.wait(20000, function() return not codes()["unknown-scope"] end, 50), "the diagnostic did not go away")

-- A location is completed.
local row
for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
  if line:find("locations: [deal-details, per]", 1, true) then row = number - 1 end
end
check(row, "the line to be completed is not there")
local column = #"      locations: [deal-details, per"
answers = vim.lsp.buf_request_sync(buffer, "textDocument/completion", {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  position = { line = row, character = column },
}, 20000)
local item
for _, answer in pairs(answers or {}) do
  for _, offered in ipairs((answer.result or {}).items or answer.result or {}) do
    if offered.label == "person-details" then item = offered end
  end
end
check(item, "'person-details' is not offered")
vim.lsp.util.apply_text_edits({ item.textEdit }, buffer, encoding)
check(lines(buffer):find("locations: [deal-details, person-details]", 1, true), "the location was not completed:\n" .. lines(buffer))
print("completes: " .. item.label .. " (" .. item.detail .. ")")

-- It ends when the editor does.
vim.lsp.stop_client(client)
check(vim.wait(20000, function() return vim.lsp.client_is_stopped(client) end, 50), "the server did not end")
vim.cmd("quitall!")
