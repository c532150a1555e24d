using CdgMarches.Domain.Documents.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents;

/// <summary>Un modèle Word que le CDG tient lui-même, avec toutes ses versions.</summary>
/// <remarks>
/// H1. Il sert une nature de document (« commissions.convocation »), pour tous les groupements ou pour un seul. Un modèle
/// d'origine existe toujours pour chaque nature ; celui que le CDG désigne par défaut le remplace.
/// </remarks>
public sealed class Modele : Agregat
{
    public const int LongueurDuNom = 150;
    public const int LongueurDeLaNature = 80;

    private readonly List<VersionDeModele> _versions = [];

    private Modele() { }

    public ModeleId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    /// <summary>Le code de la nature de document qu'il sert.</summary>
    public string Nature { get; private init; } = "";

    /// <summary>Le groupement dont les documents s'en servent ; null pour tous.</summary>
    public GroupementId? Groupement { get; private init; }

    public string Nom { get; private set; } = "";

    public string CleDeTri { get; private set; } = "";

    public DateTimeOffset? ArchiveLe { get; private set; }

    public IReadOnlyList<VersionDeModele> Versions => _versions;

    public VersionDeModele Courante => _versions.MaxBy(v => v.Numero)!;

    public bool EstArchive => ArchiveLe is not null;

    public static Verdict PeutCreer(string? nom, FichierDeModele fichier) =>
        Verdict.De([new NomDeModeleRenseigne(Net(nom), LongueurDuNom), .. Lisible(fichier)]);

    /// <param name="nature">Le code de la nature de document.</param>
    /// <param name="groupement">Le groupement, ou null pour tous.</param>
    /// <param name="nom">Le nom que les agents lisent.</param>
    /// <param name="fichier">Sa première version.</param>
    public static Modele Creer(string nature, GroupementId? groupement, string? nom, FichierDeModele fichier)
    {
        PeutCreer(nom, fichier).Exiger();
        var modele = new Modele
        {
            Id = ModeleId.Nouveau(),
            Nature = nature,
            Groupement = groupement,
        };
        modele.Nommer(Net(nom));
        modele._versions.Add(VersionDeModele.De(1, fichier));
        modele.Signaler(new ModeleCree(modele.Nom));
        return modele;
    }

    public Verdict PeutDeposer(FichierDeModele fichier) =>
        Verdict.De([
            new ModeleNonArchive(EstArchive),
            new VersionDifferente(fichier.Sha256 == Courante.Sha256),
            .. Lisible(fichier),
        ]);

    /// <summary>Ajoute une version, qui devient celle dont on se sert ; les précédentes restent.</summary>
    public void Deposer(FichierDeModele fichier)
    {
        PeutDeposer(fichier).Exiger();
        Ajouter(fichier);
        Signaler(new VersionDeModeleDeposee(Courante.Numero, fichier.Commentaire));
    }

    public Verdict PeutRestaurer(int numero) =>
        Verdict.De(
            new ModeleNonArchive(EstArchive),
            new VersionConnue(_versions.Exists(v => v.Numero == numero)),
            new VersionDifferente(numero == Courante.Numero)
        );

    /// <summary>Reprend le contenu d'une version plus ancienne, sous un nouveau numéro.</summary>
    public void Restaurer(int numero, DateTimeOffset instant, string auteur)
    {
        PeutRestaurer(numero).Exiger();
        var ancienne = _versions.Single(v => v.Numero == numero);
        Ajouter(
            new FichierDeModele(
                ancienne.Piece,
                ancienne.Sha256,
                instant,
                auteur,
                $"Reprise de la version {numero.ToString(Francais.Culture)}.",
                []
            )
        );
        Signaler(new VersionDeModeleRestauree(Courante.Numero, numero));
    }

    public Verdict PeutRenommer(string? nom) =>
        Verdict.De(new ModeleNonArchive(EstArchive), new NomDeModeleRenseigne(Net(nom), LongueurDuNom));

    public void Renommer(string? nom)
    {
        PeutRenommer(nom).Exiger();
        if (Net(nom) != Nom)
        {
            Signaler(new ModeleRenomme(Nom, Net(nom)));
            Nommer(Net(nom));
        }
    }

    public Verdict PeutDesigner() => Verdict.De(new ModeleNonArchive(EstArchive));

    /// <summary>Retient qu'il devient le modèle par défaut de sa nature et de sa portée.</summary>
    public void Designer()
    {
        PeutDesigner().Exiger();
        Signaler(new ModeleDesigne(Nom));
    }

    /// <summary>Retient qu'un autre modèle le remplace par défaut.</summary>
    /// <param name="remplacant">Le nom de celui qui sert désormais.</param>
    public void Quitter(string remplacant) => Signaler(new ModeleRemplace(Nom, remplacant));

    /// <param name="estParDefaut">Il est désigné par défaut : il faut d'abord en désigner un autre, ou revenir au modèle d'origine.</param>
    public Verdict PeutArchiver(bool estParDefaut) =>
        Verdict.De(new ModeleNonArchive(EstArchive), new ModelePasParDefaut(estParDefaut));

    public void Archiver(bool estParDefaut, DateTimeOffset instant)
    {
        PeutArchiver(estParDefaut).Exiger();
        ArchiveLe = instant;
        Signaler(new ModeleArchive(Nom));
    }

    /// <summary>Le remet au choix ; sans effet s'il n'est pas archivé.</summary>
    public void Retablir()
    {
        if (EstArchive)
        {
            ArchiveLe = null;
            Signaler(new ModeleRetabli(Nom));
        }
    }

    private static IRegle[] Lisible(FichierDeModele fichier) => [.. fichier.Defauts.Select(d => new ModeleUtilisable(d))];

    private static string Net(string? nom) => nom?.Trim() ?? "";

    private void Nommer(string nom)
    {
        var cle = Noyau.CleDeTri.De(nom);
        (Nom, CleDeTri) = (nom, cle.Length > LongueurDuNom ? cle[..LongueurDuNom] : cle);
    }

    private void Ajouter(FichierDeModele fichier) => _versions.Add(VersionDeModele.De(Courante.Numero + 1, fichier));
}
