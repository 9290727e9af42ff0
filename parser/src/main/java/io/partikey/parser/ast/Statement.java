package io.partikey.parser.ast;

/** Anything that can be executed: a query, a write, DDL or an inspection. */
public sealed interface Statement extends Node
    permits AddColumn,
        AlterTableOptions,
        Backup,
        CreateIndex,
        CreateTable,
        DeleteStatement,
        DescribeTable,
        DropIndex,
        DropTable,
        ExistsCheck,
        Explain,
        InsertStatement,
        SelectStatement,
        ShowBackground,
        ShowCreateTable,
        ShowIndexes,
        ShowPartitions,
        ShowTables,
        Shutdown,
        UpdateStatement {}
