namespace CdgMarches.Domain.Conventions;

/// <summary>La restitution des documents de la collectivité, qu'une dénonciation ouvre : inventaire, mise à disposition, reçu.</summary>
/// <remarks>Convention d'accès, art. 5 : « les documents seront alors mis à la disposition » de la collectivité.</remarks>
public sealed class Restitution
{
    private readonly List<DocumentARestituer> _documents = [];

    private Restitution() { }

    internal Restitution(DateOnly ouverteLe) => OuverteLe = ouverteLe;

    public DateOnly OuverteLe { get; private set; }

    /// <summary>Le jour où les documents ont été mis à la disposition de la collectivité.</summary>
    public DateOnly? MiseADispositionLe { get; private set; }

    /// <summary>Le jour du reçu signé.</summary>
    public DateOnly? RecueLe { get; private set; }

    /// <summary>Qui a signé le reçu.</summary>
    public string? Signataire { get; private set; }

    /// <summary>Le reçu signé, dans le magasin des fichiers.</summary>
    public Guid? Recu { get; private set; }

    public IReadOnlyList<DocumentARestituer> Documents => _documents;

    public bool EstTerminee => RecueLe is not null;

    internal DocumentARestituer Ajouter(string designation, int quantite, string? support)
    {
        var document = new DocumentARestituer(
            _documents.Select(d => d.Numero).DefaultIfEmpty(0).Max() + 1,
            designation,
            quantite,
            support
        );
        _documents.Add(document);
        return document;
    }

    internal DocumentARestituer? Retirer(int numero)
    {
        var document = _documents.Find(d => d.Numero == numero);
        if (document is not null)
        {
            _documents.Remove(document);
        }

        return document;
    }

    /// <summary>Une seconde fin de convention rouvre une restitution déjà reçue : un nouvel inventaire, un nouveau reçu.</summary>
    internal void Rouvrir(DateOnly jour)
    {
        _documents.Clear();
        (OuverteLe, MiseADispositionLe, RecueLe, Signataire, Recu) = (jour, null, null, null, null);
    }

    internal void Joindre(Guid recu) => Recu = recu;

    internal void MettreADisposition(DateOnly jour) => MiseADispositionLe = jour;

    internal void Recevoir(DateOnly jour, string signataire, Guid? recu) =>
        (RecueLe, Signataire, Recu) = (jour, signataire, recu);
}

/// <summary>Une ligne de l'inventaire des documents à restituer.</summary>
public sealed class DocumentARestituer
{
    public const int LongueurDeLaDesignation = 300;

    public const int LongueurDuSupport = 100;

    private DocumentARestituer() { }

    internal DocumentARestituer(int numero, string designation, int quantite, string? support) =>
        (Numero, Designation, Quantite, Support) = (numero, designation, quantite, support);

    public int Numero { get; private init; }

    public string Designation { get; private init; } = "";

    public int Quantite { get; private init; }

    /// <summary>Papier, archive numérique, clé…</summary>
    public string? Support { get; private init; }
}
