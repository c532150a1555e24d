namespace CdgMarches.Domain.Commissions;

/// <summary>Un siège tel que la liste l'a figé à l'ouverture de l'appel ; ni ajouté ni changé ensuite.</summary>
public sealed class PlaceDeSeance
{
    private PlaceDeSeance() { }

    internal PlaceDeSeance(SiegePourvu pourvu)
    {
        (Siege, Ordre, Membre, EstPresident) = (pourvu.Siege.Id, pourvu.Siege.Ordre, pourvu.Siege.Nom, pourvu.Siege.EstPresident);
        (Titulaire, NomDuTitulaire, FonctionDuTitulaire) = (
            pourvu.Titulaire?.Id,
            pourvu.Titulaire?.Nom,
            pourvu.Titulaire?.Fonction
        );
        (Suppleant, NomDuSuppleant, FonctionDuSuppleant) = (
            pourvu.Suppleant?.Id,
            pourvu.Suppleant?.Nom,
            pourvu.Suppleant?.Fonction
        );
    }

    public Guid Siege { get; private init; }

    public int Ordre { get; private init; }

    public string Membre { get; private init; } = "";

    public bool EstPresident { get; private init; }

    public Guid? Titulaire { get; private init; }

    public string? NomDuTitulaire { get; private init; }

    public string? FonctionDuTitulaire { get; private init; }

    public Guid? Suppleant { get; private init; }

    public string? NomDuSuppleant { get; private init; }

    public string? FonctionDuSuppleant { get; private init; }

    /// <summary>Les places d'une composition, pour un calcul avant que la liste soit figée.</summary>
    public static IReadOnlyList<PlaceDeSeance> De(Composition composition) =>
        [.. composition.Sieges.Select(s => new PlaceDeSeance(s))];
}

/// <summary>Une personne à voix consultative invitée à cette séance.</summary>
public sealed class InviteDeSeance
{
    private InviteDeSeance() { }

    internal InviteDeSeance(Consultatif c) =>
        (Personne, Role, Nom, Fonction, Courriel, Adresse) = (c.Id, c.Role, c.Nom, c.Fonction, c.Courriel, c.Adresse);

    private InviteDeSeance(InviteDeSeance autre) =>
        (Personne, Role, Nom, Fonction, Courriel, Adresse) = (
            autre.Personne,
            autre.Role,
            autre.Nom,
            autre.Fonction,
            autre.Courriel,
            autre.Adresse
        );

    public Guid Personne { get; private init; }

    public RoleConsultatif Role { get; private init; }

    public string Nom { get; private init; } = "";

    public string Fonction { get; private init; } = "";

    public string? Courriel { get; private init; }

    public string? Adresse { get; private init; }

    internal InviteDeSeance Copier() => new(this);
}

/// <summary>Une personne qui, pour un point, ne siège pas : elle quitte la salle pendant tout le point.</summary>
/// <remarks>
/// RG2.31. CCP, art. L2141-10 ; CGCT, art. L1111-6 II et L2131-11. La raison n'est lue que du gestionnaire (RG9.06).
/// </remarks>
public sealed class Deport
{
    public const int LongueurDuMotif = 500;

    private Deport() { }

    internal Deport(int point, Guid personne, string nom, string? motif, bool parLaPersonne, DateTimeOffset instant)
    {
        (Point, Personne, Nom, Motif) = (point, personne, nom, motif);
        (ParLaPersonne, DeclareLe) = (parLaPersonne, instant);
    }

    public int Point { get; private init; }

    public Guid Personne { get; private init; }

    public string Nom { get; private init; } = "";

    public string? Motif { get; private init; }

    /// <summary>Vrai si la personne l'a déclaré elle-même, par son lien.</summary>
    public bool ParLaPersonne { get; private init; }

    public DateTimeOffset DeclareLe { get; private init; }
}

/// <summary>Une voix nommée à un vote public.</summary>
public sealed class VoixNommee
{
    private VoixNommee() { }

    internal VoixNommee(int point, Guid siege, SensDuVote sens) => (Point, Siege, Sens) = (point, siege, sens);

    public int Point { get; private init; }

    public Guid Siege { get; private init; }

    public SensDuVote Sens { get; private init; }
}

/// <summary>Une correction d'un procès-verbal signé : il ne change pas, elle s'y ajoute.</summary>
public sealed class RectificatifDePv
{
    private RectificatifDePv() { }

    internal RectificatifDePv(int numero, Guid piece, string nom, string motif, DateTimeOffset instant) =>
        (Numero, Piece, Nom, Motif, DeposeLe) = (numero, piece, nom, motif, instant);

    public int Numero { get; private init; }

    public Guid Piece { get; private init; }

    public string Nom { get; private init; } = "";

    public string Motif { get; private init; } = "";

    public DateTimeOffset DeposeLe { get; private init; }
}
