using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>Une consultation du groupement, de sa préparation à son terme.</summary>
/// <remarks>
/// Les adhésions s'arrêtent entre son lancement et son terme (RG1.21), et ses acheteurs sont figés au lancement
/// (<see cref="MembreFige"/>, RG1.22), dans une table à part : ils peuvent être quinze cents par lot.
/// </remarks>
public sealed partial class Procedure : Agregat
{
    public const int LongueurDeLObjet = 500;

    private readonly List<LotDeProcedure> _lots = [];

    private Procedure() { }

    public ProcedureId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public ReferenceDeProcedure Reference { get; private init; } = null!;

    public GroupementId Groupement { get; private init; }

    public string Objet { get; private set; } = "";

    /// <summary>La clé de tri et de recherche de l'objet.</summary>
    public string CleDeTri { get; private set; } = "";

    /// <summary>La nature principale des achats : elle décide du seuil (RG3).</summary>
    public NatureDAchat Nature { get; private set; }

    /// <summary>Le jour où la procédure a été engagée ; celui de sa fiche, sauf procédure reprise.</summary>
    public DateOnly CreeeLe { get; private init; }

    /// <summary>L'envoi de l'avis, ou celui de la consultation s'il n'y a pas d'avis (RG1.21).</summary>
    public DateOnly? LanceeLe { get; private set; }

    /// <summary>La notification du dernier marché, ou la déclaration sans suite (RG1.21).</summary>
    public DateOnly? TermineeLe { get; private set; }

    public IssueDeProcedure? Issue { get; private set; }

    public EtatDeProcedure Etat { get; private set; }

    /// <summary>L'agent du CDG qui en a la charge (identifiant de son compte).</summary>
    public Guid? Responsable { get; private set; }

    /// <summary>Celui qui le remplace.</summary>
    public Guid? Suppleant { get; private set; }

    public IReadOnlyList<LotDeProcedure> Lots => _lots;

    public static Verdict PeutAvoir(string objet) => Verdict.De(new ObjetDeProcedureRenseigne(objet, LongueurDeLObjet));

    /// <param name="groupement">L'état du groupement.</param>
    /// <param name="objet">Ce que l'on achète.</param>
    /// <param name="engageeLe">Le jour où la procédure a été engagée.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public static Verdict PeutCreer(EtatDuGroupement groupement, string? objet, DateOnly engageeLe, DateOnly aujourdhui) =>
        Verdict
            .De(new Groupements.Regles.GroupementNonClos(groupement), new EngagementPasAVenir(engageeLe, aujourdhui))
            .Et(PeutAvoir((objet ?? "").Trim()));

    public static Procedure Creer(
        ReferenceDeProcedure reference,
        GroupementId groupement,
        string? objet,
        NatureDAchat nature,
        DateOnly jour
    )
    {
        var propre = (objet ?? "").Trim();
        PeutAvoir(propre).Exiger();
        var procedure = new Procedure
        {
            Id = ProcedureId.Nouveau(),
            Reference = reference,
            Groupement = groupement,
            CreeeLe = jour,
            Etat = EtatDeProcedure.EnPreparation,
        };
        procedure.Prendre(propre, nature);
        procedure.Signaler(new ProcedureCreee(reference, propre));
        return procedure;
    }

    public Verdict PeutModifier() => Verdict.De(new ProcedureEnPreparation(Etat));

    public void Modifier(string? objet, NatureDAchat nature)
    {
        var propre = (objet ?? "").Trim();
        PeutModifier().Et(PeutAvoir(propre)).Exiger();
        if ((Objet, Nature) != (propre, nature))
        {
            Signaler(new ProcedureModifiee($"{Objet} ({Nature.Libelle()})", $"{propre} ({nature.Libelle()})"));
            Prendre(propre, nature);
        }
    }

    /// <summary>Confie la procédure à un agent du CDG et à son suppléant ; null retire la charge.</summary>
    public void Confier(Guid? responsable, Guid? suppleant)
    {
        Verdict.De(new Groupements.Regles.SuppleantAutreQueLeResponsable(responsable, suppleant)).Exiger();
        if ((Responsable, Suppleant) != (responsable, suppleant))
        {
            (Responsable, Suppleant) = (responsable, suppleant);
            Signaler(new ProcedureConfiee());
        }
    }

    /// <param name="definition">Ce que l'agent a saisi.</param>
    /// <param name="groupement">Le groupement, pour ses prestations et ses lots.</param>
    public Verdict PeutDefinirLot(DefinitionDeLotDeProcedure definition, Groupement groupement) =>
        Verdict.De(
            new ProcedureEnPreparation(Etat),
            new IntituleDeLotRenseigne(definition.Intitule, LotDeProcedure.LongueurDeLIntitule),
            new MontantsDeLotCoherents(definition.Minimum, definition.Estimation, definition.Maximum),
            new LotDansLeGroupement(
                groupement.Prestations.Any(p => p.Id == definition.Prestation && !p.EstRetiree),
                definition.LotDuGroupement is not { } numero
                    || groupement.Lots.Any(l => l.Numero == numero && l.Prestation == definition.Prestation && !l.EstRetire)
            )
        );

    /// <returns>Le numéro donné au lot.</returns>
    public int AjouterLot(DefinitionDeLotDeProcedure definition, Groupement groupement)
    {
        PeutDefinirLot(definition, groupement).Exiger();
        var lot = new LotDeProcedure(_lots.Count == 0 ? 1 : _lots.Max(l => l.Numero) + 1, definition);
        _lots.Add(lot);
        Recalculer();
        Signaler(new LotDeProcedureAjoute(lot.Numero, lot.Intitule));
        return lot.Numero;
    }

    public void ModifierLot(int numero, DefinitionDeLotDeProcedure definition, Groupement groupement)
    {
        var lot = LotDe(numero);
        PeutDefinirLot(definition, groupement).Exiger();
        var avant = lot.Intitule;
        lot.Definir(definition);
        Signaler(new LotDeProcedureModifie(numero, avant, lot.Intitule));
    }

    public void SupprimerLot(int numero)
    {
        PeutModifier().Exiger();
        var lot = LotDe(numero);
        _lots.Remove(lot);
        _faits.RemoveAll(f => f.Lot == numero);
        Signaler(new LotDeProcedureSupprime(numero, lot.Intitule));
    }

    public LotDeProcedure LotDe(int numero) => _lots.Find(l => l.Numero == numero) ?? throw new LotInconnuException(numero);

    /// <param name="jour">Le jour de l'envoi.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="groupement">Le groupement : sa convention doit être en vigueur ce jour-là (RG1.14).</param>
    /// <param name="membresParLot">Pour chaque lot, les membres en vigueur ce jour-là dont le choix le concerne.</param>
    /// <param name="faits">Ce que le recensement, la note et les seuils disent ce jour-là.</param>
    public Verdict PeutLancer(
        DateOnly jour,
        DateOnly aujourdhui,
        Groupement groupement,
        IReadOnlyDictionary<int, int> membresParLot,
        FaitsDeLancement? faits = null
    ) =>
        Verdict
            .De(
                new ProcedureEnPreparation(Etat),
                new AuMoinsUnLot(_lots.Count),
                new LancementNiAvantLaCreationNiApresAujourdhui(jour, CreeeLe, aujourdhui),
                new ConventionEnVigueurAuLancement(groupement.Etat, groupement.Debut, groupement.Fin, jour, faits?.Convention),
                new DesMembresDansChaqueLot([
                    .. _lots.Select(l => l.Numero).Where(n => membresParLot.GetValueOrDefault(n) == 0).Order(),
                ]),
                new AucuneEntreeDansLaConsultation(jour, faits?.Entrees ?? [])
            )
            .Et(PeutPublier(jour, faits));

    /// <summary>Lance la procédure ; l'appelant fige la liste des membres dans la même transaction.</summary>
    /// <inheritdoc cref="PeutLancer"/>
    public void Lancer(
        DateOnly jour,
        DateOnly aujourdhui,
        Groupement groupement,
        IReadOnlyDictionary<int, int> membresParLot,
        FaitsDeLancement? faits = null,
        string? motif = null
    )
    {
        PeutLancer(jour, aujourdhui, groupement, membresParLot, faits).Exiger(motif);
        (LanceeLe, Etat) = (jour, EtatDeProcedure.Lancee);
        JalonDe(EtapeDeProcedure.Publication).Reel = jour;
        Recalculer();
        Signaler(new ProcedureLancee(jour, membresParLot.Values.Sum(), motif));
    }

    /// <summary>Dit si la procédure peut se clore : chaque lot a une issue, sauf à la déclarer tout entière sans suite.</summary>
    public Verdict PeutTerminer(DateOnly jour, DateOnly aujourdhui, IssueDeProcedure issue = IssueDeProcedure.MarchesNotifies) =>
        Verdict.De(
            new ProcedureEnCours(Etat),
            new TermeApresLeLancement(LanceeLe, jour, aujourdhui),
            new ChaqueLotAUneIssue(
                issue is IssueDeProcedure.SansSuite ? [] : [.. _lots.Where(l => l.Issue is null).Select(l => l.Numero).Order()]
            ),
            new AucunLotSigneSansSuite(
                issue is IssueDeProcedure.SansSuite
                    ? [.. _lots.Select(l => l.Numero).Where(n => FaitDe(n, EtapeDeProcedure.Signature) is not null).Order()]
                    : []
            )
        );

    public void Terminer(DateOnly jour, IssueDeProcedure issue, DateOnly aujourdhui)
    {
        PeutTerminer(jour, aujourdhui, issue).Exiger();
        if (issue is IssueDeProcedure.SansSuite)
        {
            foreach (var lot in _lots.Where(l => l.Issue is null or IssueDeLot.Attribue))
            {
                lot.Finir(IssueDeLot.SansSuite, jour, "La procédure est déclarée sans suite.");
            }
        }

        (TermineeLe, Issue, Etat) = (jour, issue, EtatDeProcedure.Terminee);
        Recalculer();
        Signaler(new ProcedureTerminee(jour, issue));
    }

    private void Prendre(string objet, NatureDAchat nature)
    {
        var cle = Noyau.CleDeTri.De(objet);
        (Objet, Nature, CleDeTri) = (objet, nature, cle.Length > LongueurDeLObjet ? cle[..LongueurDeLObjet] : cle);
    }
}
