using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une des vingt-deux tâches de la convention, et le membre qui en répond (RG1.03).</summary>
public sealed class TacheDeConvention
{
    public const int LongueurDuLibelle = 200;

    /// <summary>Les tâches de la passation et de l'exécution, dans l'ordre où elles se font (RULES 4.1).</summary>
    public static IReadOnlyList<string> Modele { get; } =
    [
        "Organisation technique et administrative de la consultation",
        "Recensement et centralisation des besoins",
        "Élaboration du dossier de consultation",
        "Publication de l'avis d'appel public à la concurrence",
        "Envoi des dossiers de consultation",
        "Information des candidats : réponses et compléments",
        "Réception des plis",
        "Ouverture et examen des candidatures",
        "Convocation de la commission d'appel d'offres",
        "Analyse des offres et négociation",
        "Choix du titulaire",
        "Demande des pièces au candidat retenu",
        "Mise au point du marché",
        "Information des candidats non retenus",
        "Autorisation de signer",
        "Signature du marché",
        "Rapport de présentation",
        "Transmission au contrôle de légalité",
        "Notification au titulaire",
        "Information des membres",
        "Avis d'attribution et données essentielles",
        "Exécution : interface, sous-traitance, reconductions, avenants",
    ];

    private TacheDeConvention() { }

    internal TacheDeConvention(int numero, string libelle, CollectiviteId responsable) =>
        (Numero, Libelle, Responsable) = (numero, libelle, responsable);

    public int Numero { get; private init; }

    public string Libelle { get; private init; } = "";

    public CollectiviteId Responsable { get; private set; }

    internal void Confier(CollectiviteId responsable) => Responsable = responsable;
}
