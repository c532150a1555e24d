using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Les convocations partent au moins N jours francs avant la réunion (cinq par défaut).</summary>
/// <remarks>
/// RG2.10, RG2.12. Convention constitutive, art. 3.2, al. 5 : « adressées à leurs membres au moins cinq jours francs avant
/// la date prévue pour la réunion ». Ni le jour d'envoi ni le jour de séance ne comptent ; samedis, dimanches et jours
/// fériés comptent et ne prolongent pas : envoi le 10, séance le 16 au plus tôt. Le nombre de jours est une donnée de la
/// convention, non de la loi ; elle peut permettre de passer outre, avec un motif.
/// </remarks>
public sealed record ConvocationDansLeDelai(
    DateOnly Envoi,
    DateOnly Seance,
    int JoursFrancsRequis,
    string Article,
    bool TardifPermis = false
) : IRegle
{
    public string Code => "RG2.10";

    public string Fondement => Article;

    public Portee Portee => TardifPermis && Seance > Envoi ? Portee.Avertit : Portee.Bloque;

    public string? Champ => "date";

    /// <summary>Les jours francs qui manquent.</summary>
    public int Manquants => Math.Max(0, JoursFrancsRequis - JoursFrancs.Entre(Envoi, Seance));

    public bool EstRespectee => JoursFrancs.Entre(Envoi, Seance) >= JoursFrancsRequis;

    public string Message =>
        $"La convocation devait partir au plus tard le {EnClair.Date(JoursFrancs.DernierEnvoi(Seance, JoursFrancsRequis))} : "
        + $"il manque {Manquants.ToString(Francais.Culture)} jour{(Manquants > 1 ? "s francs" : " franc")}. "
        + $"En envoyant le {EnClair.Date(Envoi)}, la réunion peut se tenir à partir du {EnClair.Date(JoursFrancs.PremiereDateApres(Envoi, JoursFrancsRequis))}.";
}
