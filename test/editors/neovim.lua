-- Does in Neovim what a user of docs/editors/neovim.lua does, by its keys, in the working directory's texts, and writes
-- what the editor shows then as JSON into the file that TIAOWEN_RESULTS names.

local DRAFT = '内蒙古自治区边境口岸管理实施细则.law.txt'
local RULES = '示范县农贸市场管理办法.txt'
local LIMIT = 20000 -- The longest wait for anything, in milliseconds.

local function wait(what, condition)
  local value
  local done = vim.wait(LIMIT, function()
    value = condition()
    return value
  end, 5)
  if not done then error('waited in vain for ' .. what) end
  return value
end

local function press(keys) vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'x', false) end

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') end

local function edit(file)
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  wait('the server', function()
    for _, client in pairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
      if client.initialized and vim.lsp.buf_is_attached(0, client.id) then return true end
    end
  end)
end

-- Puts the cursor on the first of the words.
local function go_to(words)
  vim.fn.cursor(1, 1)
  if vim.fn.search('\\V' .. words, 'c') == 0 then error('no ' .. words) end
end

-- Asks where the citation at the cursor leads until the server has read the texts of the folder.
local function wait_for_library()
  local start = vim.loop.now()
  while true do
    local params = vim.lsp.util.make_position_params(0, 'utf-16')
    local _, answer = next(vim.lsp.buf_request_sync(0, 'textDocument/definition', params, LIMIT) or {})
    if answer and answer.result and not vim.tbl_isempty(answer.result) then return end
    if vim.loop.now() - start > LIMIT then error('waited in vain for the texts of the folder') end
  end
end

-- Where the cursor is once a key has led to another place.
local function place_after(keys)
  wait_for_library()
  local function place() return { file = vim.fn.expand('%:t'), line = vim.fn.getline('.') } end
  local before = place()
  press(keys)
  return wait('what ' .. keys .. ' leads to from ' .. before.file .. ': ' .. before.line, function()
    local now = place()
    return (now.file ~= before.file or now.line ~= before.line) and now
  end)
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do table.insert(found, diagnostic.code) end
  return #found > 0 and found
end

local function outline()
  press('gO')
  return wait('the outline', function()
    local names = {}
    local list = vim.fn.getqflist()
    if #list == 0 then list = vim.fn.getloclist(0) end
    for _, entry in ipairs(list) do table.insert(names, entry.text) end
    return #names > 0 and names
  end)
end

local function hover()
  press('K')
  return wait('the hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
      end
    end
  end)
end

local function text_after(change)
  local before = text()
  change()
  return wait('the change', function() return text() ~= before and text() end)
end

local function run()
  local results = {}
  edit(DRAFT)
  results.filetype = vim.bo.filetype
  results.diagnostics = wait('the problems', codes)
  results.outline = outline()
  vim.cmd('cclose | lclose')
  go_to('第十二条第二款')
  results.hover = hover()
  press('<Esc>')
  results.intoRegulation = place_after('gd')
  edit(DRAFT)
  go_to('第三条第一项查验')
  results.intoOtherFile = place_after('gd')
  edit(DRAFT)
  results.formatted = text_after(function() press('\\f') end)
  vim.cmd('write')
  edit(RULES)
  go_to('农贸市场，是指')
  results.renamed = text_after(function() vim.lsp.buf.rename('集贸市场') end)
  return results
end

local done, outcome = pcall(run)
local file = assert(io.open(vim.env.TIAOWEN_RESULTS, 'w'))
file:write(vim.fn.json_encode(done and outcome or { error = tostring(outcome) }))
file:close()
vim.cmd('qall!')
