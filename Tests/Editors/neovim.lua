-- Neovim as an editor of manifests: opens a bad one, shows what is wrong, applies fixes, completes a location and a scope.
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

local function request(method, parameters)
  if vim.startswith(method, "textDocument/") then
    parameters.textDocument = vim.lsp.util.make_text_document_params(buffer)
  end
  for _, answer in pairs(vim.lsp.buf_request_sync(buffer, method, parameters, 20000) or {}) do
    if answer.result then return answer.result end
  end
end

-- A fix is applied.
local position = { line = wrong.lnum, character = wrong.col + 1 }
local action
for _, offered in ipairs(request("textDocument/codeAction", {
  range = { start = position, ["end"] = position },
  context = { diagnostics = {}, only = { "quickfix" } },
}) or {}) do
  if offered.edit and not action then action = offered end
end
check(action and action.edit, "no fix is offered")
local encoding = vim.lsp.get_client_by_id(client).offset_encoding
vim.lsp.util.apply_workspace_edit(action.edit, encoding)
check(lines(buffer):find("deals:read]", 1, true), "the fix was not applied:\n" .. lines(buffer))
print("fixes: " .. action.title)
check(vim.wait(20000, function() return not codes()["unknown-scope"] end, 50), "the diagnostic did not go away")

-- The number of a line from 0.
local function row_of(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    if line == text then return number - 1 end
  end
  fail("there is no line '" .. text .. "':\n" .. lines(buffer))
end

-- Takes what is offered by a label behind what stands at the beginning of a line.
local function complete(row, before, label, after)
  local list = request("textDocument/completion", { position = { line = row, character = #before } }) or {}
  local item
  for _, offered in ipairs(list.items or list) do
    if offered.label == label then item = offered end
  end
  check(item, "'" .. label .. "' is not offered")
  vim.lsp.util.apply_text_edits({ item.textEdit }, buffer, encoding)
  check(lines(buffer):find(after, 1, true), "'" .. label .. "' was not completed:\n" .. lines(buffer))
  print("completes: " .. label .. " (" .. item.detail .. ")")
end

-- A location is completed.
local location = "      locations: [deal-details, per"
complete(row_of(location .. "]"), location, "person-details", "locations: [deal-details, person-details]")

-- A scope in a list of dashes is completed behind its colon.
local scopes = "  scopes: [base, deals:read]"
local row = row_of(scopes)
vim.api.nvim_buf_set_lines(buffer, row, row + 1, false, { "  scopes:", "    - base", "    - deals:" })
complete(row + 2, "    - deals:", "deals:read", "\n    - deals:read\n")

-- Both as somebody types them, who takes the first that is offered.
local function keys(text) return vim.api.nvim_replace_termcodes(text, true, false, true) end
vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
vim.o.completeopt = "menuone"
local function type_and_complete(number, before, after)
  local old = vim.api.nvim_buf_get_lines(buffer, number, number + 1, false)
  vim.api.nvim_buf_set_lines(buffer, number, number + 1, false, { before })
  vim.api.nvim_win_set_cursor(0, { number + 1, 0 })
  local timer, looks = vim.loop.new_timer(), 0
  timer:start(50, 50, vim.schedule_wrap(function()
    looks = looks + 1
    local is_offered = #vim.fn.complete_info({ "items" }).items > 0
    if timer:is_closing() or not (is_offered or looks == 400) then return end
    timer:close()
    vim.api.nvim_feedkeys(keys("<C-y><Esc>"), "t", false)
  end))
  -- This waits until the keys of the timer have ended it.
  vim.api.nvim_feedkeys(keys("A<C-x><C-o>"), "x!", false)
  local line = vim.api.nvim_buf_get_lines(buffer, number, number + 1, false)[1]
  check(line == after, "'" .. before .. "' was completed to '" .. line .. "'")
  print("completes while typing: " .. vim.trim(after))
  vim.api.nvim_buf_set_lines(buffer, number, number + 1, false, old)
end
type_and_complete(row + 2, "    - deals:", "    - deals:read")
local locations = row_of("      locations: [deal-details, person-details]")
type_and_complete(locations, "      locations: [deal-d", "      locations: [deal-details")

-- All that is safe is fixed, as somebody chooses it from the menu.
vim.api.nvim_buf_set_lines(buffer, row, row + 3, false, { "  scopes: [base, base, deals:read]" })
check(vim.wait(20000, function() return codes()["duplicate-scope"] end, 50), "'duplicate-scope' is not shown")
local menu = {}
vim.ui.select = function(items, options, choose)
  for number, offered in ipairs(items) do
    local title = options.format_item and options.format_item(offered) or offered
    table.insert(menu, title)
    if title == "Fix all that is safe to fix" then return choose(offered, number) end
  end
  choose(nil)
end
vim.api.nvim_win_set_cursor(0, { row + 1, #"  scopes: [base, b" })
vim.lsp.buf.code_action()
check(
  vim.wait(20000, function() return lines(buffer):find(scopes, 1, true) end, 50),
  "not all was fixed:\n" .. lines(buffer) .. "\n" .. vim.inspect(menu))
check(vim.wait(20000, function() return not codes()["duplicate-scope"] end, 50), "the diagnostic did not go away")
print("fixes: all that is safe")

-- A rule is disabled by a comment, whose edit is asked for when it is chosen.
check(vim.wait(20000, function() return codes()["sentence-case"] end, 50), "'sentence-case' is not shown")
local case = codes()["sentence-case"]
position = { line = case.lnum, character = case.col + 1 }
local disabling
for _, offered in ipairs(request("textDocument/codeAction", {
  range = { start = position, ["end"] = position },
  context = { diagnostics = {} },
}) or {}) do
  if offered.title == "Disable 'sentence-case' on this line" then disabling = offered end
end
check(disabling, "no comment is offered")
if not disabling.edit then disabling = request("codeAction/resolve", disabling) end
check(disabling.edit, "the comment has no edit")
vim.lsp.util.apply_workspace_edit(disabling.edit, encoding)
check(lines(buffer):find("# manifestlint-disable-next-line sentence-case", 1, true), "there is no comment:\n" .. lines(buffer))
check(vim.wait(20000, function() return not codes()["sentence-case"] end, 50), "the comment disables nothing")
print("disables: " .. disabling.title)

-- A configuration is in force once it is saved.
vim.fn.writefile({ "exclude: ['*.pipedrive.yaml']" }, vim.fn.fnamemodify(manifest, ":h") .. "/.manifestlint.yaml")
vim.api.nvim_buf_set_lines(buffer, 0, 1, false, { "manifest: 2" })
check(vim.wait(20000, function() return next(codes()) ~= nil end, 50), "a wrong version is not shown")
vim.cmd("silent write")
check(vim.wait(20000, function() return next(codes()) == nil end, 50), "the configuration is not in force: " .. vim.inspect(vim.tbl_keys(codes())))
print("obeys: .manifestlint.yaml")

-- It ends when the editor does.
vim.lsp.stop_client(client)
check(vim.wait(20000, function() return vim.lsp.client_is_stopped(client) end, 50), "the server did not end")
vim.cmd("quitall!")
