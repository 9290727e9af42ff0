"""Works with a PartiKey database as LibreOffice Base does, and prints what Base sees.

Usage: base.py PIPE JAR URL FILE
  PIPE  the name of the pipe that a headless soffice accepts connections on
  JAR   the driver's jar
  URL   the database, jdbc:partikey:file:PATH with properties
  FILE  the .odb document that is made for it
"""

import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sdb.CommandType import TABLE

DEADLINE_SECONDS = 30


def connect_to_office(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    deadline = time.monotonic() + DEADLINE_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def value(name, content):
    return PropertyValue(Name=name, Value=content)


def make_database_document(context, jar, url, file):
    """File > New > Database > Connect to an existing database > JDBC."""
    databases = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.sdb.DatabaseContext", context
    )
    source = databases.createInstance()
    source.URL = url
    source.Info = (
        value("JavaDriverClass", "io.partikey.jdbc.PartiKeyDriver"),
        value("JavaDriverClassPath", jar.as_uri()),
    )
    source.DatabaseDocument.storeAsURL(file.as_uri(), ())
    return databases.getByName(file.as_uri())


def execute(connection, text):
    """Tools > SQL."""
    statement = connection.createStatement()
    statement.execute(text)
    statement.close()


def open_table(context, connection, table):
    """The grid that a double click on a table opens."""
    rows = context.ServiceManager.createInstanceWithContext("com.sun.star.sdb.RowSet", context)
    rows.ActiveConnection = connection
    rows.CommandType = TABLE
    rows.Command = table
    rows.execute()
    return rows


def show(title, lines):
    print(f"{title}:")
    for line in lines:
        print(f"  {line}")


def cell(rows, name):
    column = rows.Columns.getByName(name)
    text = column.getString()
    return "-" if column.wasNull() else text


def contents(rows):
    rows.beforeFirst()
    names = rows.Columns.ElementNames
    lines = []
    while rows.next():
        lines.append(" | ".join(cell(rows, name) for name in names))
    return lines


def go_to(rows, name, text):
    rows.beforeFirst()
    while rows.next():
        if cell(rows, name) == text:
            return
    raise LookupError(f"no row with {name} = {text}")


def set_cell(rows, name, text):
    rows.Columns.getByName(name).updateString(text)


def main():
    pipe, jar, url, file = sys.argv[1:]
    context = connect_to_office(pipe)
    source = make_database_document(
        context, pathlib.Path(jar).resolve(), url, pathlib.Path(file).resolve()
    )
    connection = source.getConnection("", "")
    print(f"connected to {connection.getMetaData().getDatabaseProductName()}")

    execute(
        connection,
        "CREATE TABLE Seats (Flight STRING, RowNo NUMBER, Class STRING, PRIMARY KEY (Flight, RowNo))",
    )
    execute(
        connection,
        "INSERT INTO Seats VALUE {'Flight': 'LH1', 'RowNo': 1, 'Price': 99.5, 'Meal': {'kind': 'vegan'}}",
    )
    execute(
        connection,
        "INSERT INTO Seats VALUE {'Flight': 'LH1', 'RowNo': 2, 'Price': 120, 'Class': 'C'}",
    )
    connection.Tables.refresh()

    show("tables", connection.Tables.ElementNames)
    columns = connection.Tables.getByName(connection.Tables.ElementNames[0]).Columns
    show(
        "columns",
        (
            f"{column.Name} {column.TypeName}{'' if column.IsNullable else ' not null'}"
            for column in (columns.getByName(name) for name in columns.ElementNames)
        ),
    )

    rows = open_table(context, connection, connection.Tables.ElementNames[0])
    show("rows", contents(rows))

    go_to(rows, "RowNo", "1")
    set_cell(rows, "Price", "12345678901234567890.25")
    set_cell(rows, "Meal", '{"kind":"halal","extras":[1,2.5]}')
    rows.updateRow()
    show("rows after an update", contents(rows))

    rows.moveToInsertRow()
    set_cell(rows, "Flight", "LH2")
    set_cell(rows, "RowNo", "7")
    set_cell(rows, "Class", "Y")
    rows.insertRow()
    show("rows after an insert", contents(rows))

    go_to(rows, "RowNo", "2")
    rows.deleteRow()
    rows.dispose()
    rows = open_table(context, connection, connection.Tables.ElementNames[0])
    show("rows after a delete, read again", contents(rows))
    rows.dispose()
    connection.close()


main()
