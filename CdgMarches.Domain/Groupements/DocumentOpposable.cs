namespace CdgMarches.Domain.Groupements;

/// <summary>Ce qu'un document opposable est.</summary>
public enum GenreDeDocumentOpposable
{
    Convention,
    Avenant,
    Decision,
}

/// <summary>Un document opposable aux membres, du corpus que reçoit qui entre (convention, art. 6.3, al. 2).</summary>
public sealed class DocumentOpposable
{
    private DocumentOpposable() { }

    internal DocumentOpposable(GenreDeDocumentOpposable genre, string libelle, DateOnly du, Guid piece) =>
        (Id, Genre, Libelle, Du, Piece) = (Guid.CreateVersion7(), genre, libelle, du, piece);

    public Guid Id { get; private init; }

    public GenreDeDocumentOpposable Genre { get; private init; }

    public string Libelle { get; private init; } = "";

    /// <summary>Le jour à partir duquel il vaut.</summary>
    public DateOnly Du { get; private init; }

    /// <summary>La pièce stockée.</summary>
    public Guid Piece { get; private init; }

    /// <summary>Vrai si c'est le texte de cet avenant : son nom porte le numéro, ou il vaut du jour où l'avenant prend effet.</summary>
    public bool EstLAvenant(AvenantApplicable avenant) =>
        Genre is GenreDeDocumentOpposable.Avenant && (Du == avenant.EffetLe || Nombres().Any(nombre => nombre == avenant.Numero));

    private IEnumerable<int> Nombres() =>
        new string([.. Libelle.Select(c => char.IsAsciiDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => int.TryParse(n, out var nombre) ? nombre : 0);
}
