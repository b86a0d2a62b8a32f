-- Tiaowen in Neovim 0.7.2 and newer: part of init.lua, or a file that it reads by `dofile`.

-- The texts it opens: those whose names the VS Code extension takes for regulation text.
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = {
    '*.law.txt', '*.fagui', '*条例*.txt', '*办法*.txt', '*规定*.txt', '*细则*.txt', '*规则*.txt', '*决定*.txt',
    '*解释*.txt', '*法*.txt',
  },
  callback = function() vim.bo.filetype = 'regulation' end,
})

local config = {
  name = 'tiaowen',
  -- Further laws, as often as there are folders: '--library', '/path/to/laws'. Messages in English: '--lang', 'en'.
  cmd = { 'tiaowen', 'lsp', '--stdio' },
  -- Citations lead to the texts of this folder too. For a project's own: vim.fs.dirname of what vim.fs.find gives.
  root_dir = vim.fn.getcwd(),
  -- The settings of the README: { tiaowen = { checks = { severity = { ['text/residue'] = 'off' } } } }.
  init_options = { tiaowen = {} },
  on_attach = function(_, buffer)
    local function map(keys, action) vim.keymap.set('n', keys, action, { buffer = buffer }) end
    map('gd', vim.lsp.buf.definition)
    map('gr', vim.lsp.buf.references)
    map('K', vim.lsp.buf.hover)
    map('gO', vim.lsp.buf.document_symbol)
    map('<Leader>a', vim.lsp.buf.code_action)
    map('<Leader>r', vim.lsp.buf.rename)
    -- 0.7 has it by its older name only.
    map('<Leader>f', vim.lsp.buf.format or vim.lsp.buf.formatting)
  end,
}

local client -- For 0.7, which has no vim.lsp.start to find the server that runs already.
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'regulation',
  callback = function(event)
    if vim.lsp.start then
      vim.lsp.start(config)
    else
      client = client or vim.lsp.start_client(config)
      vim.lsp.buf_attach_client(event.buf, client)
    end
  end,
})
