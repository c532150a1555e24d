using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Sessions;

namespace CdgMarches.Domain.Contributions;

/// <summary>Comment des frais se partagent (RG6.13, RG6.26).</summary>
public enum CleDePartage
{
    PartsEgales,

    /// <summary>Au nombre d'agents.</summary>
    Agents,

    /// <summary>À la population totale.</summary>
    Population,

    /// <summary>Au poids de la strate du membre, lu dans une grille.</summary>
    Strates,
}

/// <summary>Entre qui des frais se partagent.</summary>
public enum AssietteDePartage
{
    TousLesMembres,

    /// <summary>Ceux qui s'étaient inscrits (à la session, à la consultation).</summary>
    Inscrits,

    /// <summary>Ceux qui sont venus.</summary>
    Presents,
}

/// <summary>Ce qu'une ligne de frais rembourse (RG6.25).</summary>
public enum NatureDeFrais
{
    ProcedureDeMiseEnConcurrence,
    AutresFrais,
    SessionMutualisee,
}

/// <summary>Des frais engagés pour un groupement, et leur partage entre ses membres.</summary>
/// <remarks>
/// RG6.13, RG6.25 à RG6.27. Seed : adhésion au groupement du CIG Grande Couronne. La somme des parts est toujours le total des
/// frais : les membres exemptés ne portent rien, les autres portent tout. Arrêtée, elle ne change plus ; ses parts s'appellent
/// par une <see cref="CampagneDAppel"/>.
/// </remarks>
public sealed class Refacturation : Agregat
{
    public const int LongueurDeLIntitule = 200;

    private readonly List<LigneDeFrais> _lignes = [];
    private readonly List<Participant> _participants = [];
    private readonly List<Exemption> _exemptions = [];

    private Refacturation() { }

    public RefacturationId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public GroupementId Groupement { get; private init; }

    public int Exercice { get; private init; }

    public TypeDeFacturation Type { get; private set; } = null!;

    public string Intitule { get; private set; } = "";

    /// <summary>La consultation ou la session qui la déclenche ; l'exercice pour des frais de l'année.</summary>
    public string Occurrence { get; private set; } = "";

    /// <summary>La procédure du groupement, quand c'en est une.</summary>
    public ProcedureId? Procedure { get; private set; }

    /// <summary>La session de présentation, quand c'en est une : ses inscrits et ses présents sont ceux du partage.</summary>
    public SessionDePresentationId? Session { get; private set; }

    public CleDePartage Partage { get; private set; }

    public AssietteDePartage Parmi { get; private set; }

    /// <summary>La lignée de la grille des strates, pour un partage par strates.</summary>
    public Guid? Strates { get; private set; }

    public TauxTva Tva { get; private set; }

    public Imputation Imputation { get; private set; } = Imputation.Vide;

    public string Fondement { get; private set; } = "";

    /// <summary>Le jour où les frais ont été arrêtés ; nul tant qu'ils peuvent changer.</summary>
    public DateOnly? ArreteeLe { get; private set; }

    public IReadOnlyList<LigneDeFrais> Lignes => _lignes;

    public IReadOnlyList<Participant> Participants => _participants;

    public IReadOnlyList<Exemption> Exemptions => _exemptions;

    public MontantHt Total => MontantHt.Somme(_lignes.Select(l => l.Montant));

    /// <param name="d">Ce qu'on écrit.</param>
    /// <param name="regime">Ce que la convention permet de faire payer.</param>
    /// <param name="autre">La refacturation du même groupement qui a déjà cet exercice, ce type et cette occurrence.</param>
    public static Verdict PeutEcrire(DefinitionDeRefacturation d, RegimeFinancier? regime, string? autre = null) =>
        Verdict.De(
            new TexteDeGrilleRenseigne("L'intitulé", d.Intitule, LongueurDeLIntitule, "intitule"),
            new TexteDeGrilleRenseigne("L'occurrence", d.Occurrence, CampagneDAppel.LongueurDeLOccurrence, "occurrence"),
            new TexteDeGrilleRenseigne("Le code du type", d.Type.Code, TypeDeFacturation.LongueurDuCode, "type-code"),
            new TexteDeGrilleRenseigne("Le nom du type", d.Type.Libelle, TypeDeFacturation.LongueurDuLibelle, "type-libelle"),
            new TexteDeGrilleRenseigne("Le fondement", d.Fondement, Grille.LongueurDuTexte, "fondement"),
            new OccurrencePasEncoreRefacturee(d.Occurrence, autre),
            new FraisDeProcedureToujoursDus(d.Type, d.Exemptions.Count),
            new GrilleDesStratesChoisie(d.Partage, d.Strates),
            new MissionPayeeOuFraisNommes(d.Type.Nature, d.Type.Code, regime?.MissionRemuneree ?? true, regime?.Frais ?? [])
        );

    public static Refacturation Creer(
        GroupementId groupement,
        int exercice,
        DefinitionDeRefacturation definition,
        RegimeFinancier? regime,
        string? autre = null
    )
    {
        Verdict.De(new AnneeDExercicePlausible(exercice)).Et(PeutEcrire(definition, regime, autre)).Exiger();
        var refacturation = new Refacturation
        {
            Id = RefacturationId.Nouveau(),
            Groupement = groupement,
            Exercice = exercice,
        };
        refacturation.Prendre(definition);
        refacturation.Signaler(new RefacturationCreee(refacturation.Intitule));
        return refacturation;
    }

    public Verdict PeutModifier() => Verdict.De(new RefacturationOuverte(ArreteeLe));

    public void Modifier(DefinitionDeRefacturation definition, RegimeFinancier? regime, string? autre)
    {
        PeutModifier().Et(PeutEcrire(definition, regime, autre)).Exiger();
        Prendre(definition);
        Signaler(new RefacturationModifiee(Intitule));
    }

    /// <summary>Une refacturation ouverte par erreur disparaît avec ses lignes ; arrêtée, elle reste.</summary>
    public void Supprimer()
    {
        PeutModifier().Exiger();
        Signaler(new RefacturationSupprimee(Intitule));
    }

    public Verdict PeutAjouter(SaisieDeFrais ligne) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new TexteDeGrilleRenseigne("Le fournisseur", ligne.Fournisseur, LigneDeFrais.LongueurDuTexte, "fournisseur"),
                    new TexteDAppelBorne("La facture", ligne.Facture, LigneDeFrais.LongueurDuTexte, "facture"),
                    new MontantDeFraisPositif(ligne.Montant)
                )
            );

    /// <returns>Le rang de la ligne.</returns>
    public int Ajouter(SaisieDeFrais ligne)
    {
        PeutAjouter(ligne).Exiger();
        var rang = _lignes.Count == 0 ? 1 : _lignes.Max(l => l.Rang) + 1;
        _lignes.Add(new LigneDeFrais(rang, ligne));
        Signaler(new FraisAjoutes(ligne.Fournisseur, ligne.Montant));
        return rang;
    }

    public void Retirer(int rang)
    {
        PeutModifier().Exiger();
        if (_lignes.Find(l => l.Rang == rang) is { } ligne)
        {
            _lignes.Remove(ligne);
            Signaler(new FraisRetires(ligne.Fournisseur, ligne.Montant));
        }
    }

    /// <summary>Remplace la liste de ceux qui s'étaient inscrits et de ceux qui sont venus.</summary>
    public void NoterParticipants(IEnumerable<(CollectiviteId Collectivite, bool Present)> participants)
    {
        PeutModifier().Exiger();
        List<Participant> nouveaux = [.. participants.Select(p => new Participant(p.Collectivite, p.Present))];
        _participants.Clear();
        _participants.AddRange(nouveaux);
        Signaler(new ParticipantsNotes(nouveaux.Count, nouveaux.Count(p => p.Present)));
    }

    /// <param name="partages">Ceux qui porteront une part.</param>
    /// <param name="sansPoids">Ceux dont la donnée de la clé manque : leur part fausserait celle des autres.</param>
    public Verdict PeutArreter(int partages, int sansPoids) =>
        PeutModifier()
            .Et(
                Verdict.De(
                    new DesFraisAPartager(_lignes.Count),
                    new QuelqueChoseAAppeler(partages),
                    new PoidsTousConnus(sansPoids)
                )
            );

    /// <inheritdoc cref="PeutArreter"/>
    public void Arreter(DateOnly jour, int partages, int sansPoids)
    {
        PeutArreter(partages, sansPoids).Exiger();
        ArreteeLe = jour;
        Signaler(new RefacturationArretee(jour, Total));
    }

    /// <summary>Partage le total entre les membres, au plus fort reste ; les exemptés portent zéro.</summary>
    /// <param name="membres">Les membres en vigueur, dans un ordre fixe (par SIREN).</param>
    /// <returns>Une part par membre retenu ; vide si personne n'a de poids.</returns>
    public IReadOnlyList<PartDeFrais> Partager(IReadOnlyList<MembreAuPartage> membres)
    {
        List<MembreAuPartage> retenus = [.. membres.Where(m => EstRetenu(m.Collectivite))];
        List<(MembreAuPartage Membre, Exemption? Exemption)> examines =
        [
            .. retenus.Select(m => (m, _exemptions.Find(e => e.Profite(m.Categorie, m.CommuneMembre)))),
        ];
        List<long> poids = [.. examines.Select(e => e.Exemption is null ? e.Membre.Poids ?? 0 : 0)];
        if (poids.Sum() == 0)
        {
            return [];
        }

        var parts = Repartition.Repartir(Total, poids);
        var somme = poids.Sum();
        return
        [
            .. examines.Select(
                (e, i) =>
                    new PartDeFrais(
                        e.Membre,
                        poids[i],
                        parts[i],
                        e.Exemption?.Fondement,
                        e.Exemption is { } exemption
                            ? $"Rien n'est dû : exemption {exemption.Fondement}."
                            : FicheDeCalcul.Part(Intitule, Total, poids[i], somme, Unite, parts[i])
                    )
            ),
        ];
    }

    private string Unite =>
        Partage switch
        {
            CleDePartage.PartsEgales => "membres",
            CleDePartage.Agents => "agents",
            CleDePartage.Population => "habitants",
            CleDePartage.Strates => "points de strate",
        };

    private bool EstRetenu(CollectiviteId collectivite) =>
        Parmi switch
        {
            AssietteDePartage.TousLesMembres => true,
            AssietteDePartage.Inscrits => _participants.Exists(p => p.Collectivite == collectivite),
            AssietteDePartage.Presents => _participants.Exists(p => p.Collectivite == collectivite && p.Present),
        };

    private void Prendre(DefinitionDeRefacturation d)
    {
        (Intitule, Occurrence, Fondement) = (d.Intitule.Trim(), d.Occurrence.Trim(), d.Fondement.Trim());
        Type = d.Type with { Code = d.Type.Code.Trim().ToUpperInvariant(), Libelle = d.Type.Libelle.Trim() };
        (Procedure, Session, Partage, Parmi, Strates) = (
            d.Procedure,
            d.Session,
            d.Partage,
            d.Parmi,
            d.Partage is CleDePartage.Strates ? d.Strates : null
        );
        (Tva, Imputation) = (d.Tva, d.Imputation);
        List<Exemption> exemptions = [.. d.Exemptions.Select(e => new Exemption(e.Categorie, e.Condition, e.Fondement))];
        _exemptions.Clear();
        _exemptions.AddRange(exemptions);
    }
}

/// <summary>Ce qu'un agent écrit d'une refacturation.</summary>
public sealed record DefinitionDeRefacturation
{
    public string Intitule { get; init; } = "";

    public string Occurrence { get; init; } = "";

    public TypeDeFacturation Type { get; init; } = new("", "", Declencheur.Annuel, NatureDeLaDette.Frais);

    public ProcedureId? Procedure { get; init; }

    public SessionDePresentationId? Session { get; init; }

    public CleDePartage Partage { get; init; }

    public AssietteDePartage Parmi { get; init; }

    public Guid? Strates { get; init; }

    public TauxTva Tva { get; init; }

    public Imputation Imputation { get; init; } = Imputation.Vide;

    public string Fondement { get; init; } = "";

    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];
}

/// <summary>Des frais payés à un fournisseur, à refacturer (RG6.25).</summary>
public sealed class LigneDeFrais
{
    public const int LongueurDuTexte = 200;

    private LigneDeFrais() { }

    internal LigneDeFrais(int rang, SaisieDeFrais saisie)
    {
        (Rang, Nature, Fournisseur, Le) = (rang, saisie.Nature, saisie.Fournisseur.Trim(), saisie.Le);
        (Montant, Facture) = (saisie.Montant, saisie.Facture?.Trim());
        (Procedure, Session) = (saisie.Procedure, saisie.Session);
    }

    public int Rang { get; private init; }

    public NatureDeFrais Nature { get; private init; }

    public string Fournisseur { get; private init; } = "";

    public DateOnly Le { get; private init; }

    public MontantHt Montant { get; private init; }

    public string? Facture { get; private init; }

    /// <summary>La procédure que ces frais ont servie.</summary>
    public ProcedureId? Procedure { get; private init; }

    /// <summary>La session que ces frais ont servie.</summary>
    public SessionDePresentationId? Session { get; private init; }
}

/// <summary>Ce qu'un agent écrit d'une ligne de frais.</summary>
public sealed record SaisieDeFrais(NatureDeFrais Nature, string Fournisseur, DateOnly Le, MontantHt Montant, string? Facture)
{
    /// <summary>La procédure que ces frais ont servie, si c'en est une.</summary>
    public ProcedureId? Procedure { get; init; }

    /// <summary>La session que ces frais ont servie, si c'en est une.</summary>
    public SessionDePresentationId? Session { get; init; }
}

/// <summary>Une collectivité inscrite à ce que l'on refacture, venue ou non.</summary>
public sealed class Participant
{
    private Participant() { }

    internal Participant(CollectiviteId collectivite, bool present) => (Collectivite, Present) = (collectivite, present);

    public CollectiviteId Collectivite { get; private init; }

    public bool Present { get; private init; }
}

/// <summary>Un membre au moment du partage.</summary>
/// <param name="SourceId">Son adhésion.</param>
/// <param name="Collectivite">La collectivité.</param>
/// <param name="Categorie">Sa catégorie.</param>
/// <param name="CommuneMembre">Sa commune de rattachement est membre.</param>
/// <param name="Poids">Agents, habitants, points de strate, ou 1 ; nul si la donnée manque.</param>
public sealed record MembreAuPartage(
    Guid SourceId,
    CollectiviteId Collectivite,
    CategorieDeCollectivite Categorie,
    bool CommuneMembre,
    long? Poids
);

/// <summary>La part d'un membre dans des frais.</summary>
public sealed record PartDeFrais(MembreAuPartage Membre, long Poids, MontantHt Montant, string? Exemption, string Fiche);

/// <summary>Les mots des refacturations.</summary>
public static class MotsDesRefacturations
{
    public static string Libelle(this CleDePartage cle) =>
        cle switch
        {
            CleDePartage.PartsEgales => "parts égales",
            CleDePartage.Agents => "au nombre d'agents",
            CleDePartage.Population => "à la population",
            CleDePartage.Strates => "par strates",
        };

    public static string Libelle(this AssietteDePartage parmi) =>
        parmi switch
        {
            AssietteDePartage.TousLesMembres => "tous les membres",
            AssietteDePartage.Inscrits => "les inscrits",
            AssietteDePartage.Presents => "les présents",
        };

    public static string Libelle(this NatureDeFrais nature) =>
        nature switch
        {
            NatureDeFrais.ProcedureDeMiseEnConcurrence => "frais de procédure de mise en concurrence",
            NatureDeFrais.AutresFrais => "autres frais de fonctionnement",
            NatureDeFrais.SessionMutualisee => "session mutualisée de présentation",
        };
}
